// expect: PASS, outcomes 1
int main(void)
{
    int x = 0, y = 0, z = 0;
#pragma omp parallel num_threads(2) shared(x, y, z)
#pragma omp single
    {
#pragma omp task shared(x) depend(out : x)
        x = 1;
#pragma omp task shared(x, y) depend(in : x) depend(out : y)
        y = x + 1;
#pragma omp task shared(x, z) depend(in : x) depend(out : z)
        z = x + 2;
#pragma omp task shared(x, y, z) depend(in : y, z) depend(out : x)
        x = y + z;
    }
    return x;
}
