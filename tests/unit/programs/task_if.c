// An undeferred task is part of its parent.
// expect: PASS, executions 2, outcomes 1
int main(void)
{
    int x = 0, y = 0;
#pragma omp parallel num_threads(2) shared(x, y)
#pragma omp single
    {
#pragma omp task shared(x) if (0)
        x = 1;
        y = x;
    }
    return y;
}
