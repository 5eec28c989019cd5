// taskwait with depend waits for a child, not for the child's child.
// expect: RACE, on x
int main(void)
{
    int x = 0, y = 0;
#pragma omp parallel num_threads(2) shared(x, y)
#pragma omp single
    {
#pragma omp task shared(x) depend(out : x)
        {
#pragma omp task shared(x)
            x = 1;
        }
#pragma omp taskwait depend(in : x)
        y = x;
    }
    return y;
}
