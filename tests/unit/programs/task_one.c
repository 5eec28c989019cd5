// The barrier at the end of the region finishes the task.
// expect: PASS, outcomes 1
int main(void)
{
    int x = 0;
#pragma omp parallel num_threads(2) shared(x)
#pragma omp single
    {
#pragma omp task shared(x)
        x = 1;
    }
    return x;
}
