// expect: RACE, on x
int main(void)
{
    int x = 0, y = 0;
#pragma omp parallel num_threads(2) shared(x, y)
#pragma omp single
    {
#pragma omp task shared(x) depend(out : x)
        x = 1;
#pragma omp task shared(x, y) depend(out : y)
        y = x + 1;
    }
    return x;
}
