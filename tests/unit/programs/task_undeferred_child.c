// taskwait does not wait for the child of an undeferred task.
// expect: RACE, on x
int main(void)
{
    int x = 0, y = 0;
#pragma omp parallel num_threads(2) shared(x, y)
#pragma omp single
    {
#pragma omp task shared(x) if (0)
        {
#pragma omp task shared(x)
            x = 1;
        }
#pragma omp taskwait
        y = x;
    }
    return y;
}
