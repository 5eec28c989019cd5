// Only the group that the cancelling task belongs to is cancelled.
// expect: PASS, outcomes 1, env OMP_CANCELLATION=true
int main(void)
{
    int outer = 0, other = 0;
#pragma omp parallel num_threads(2) shared(outer, other)
#pragma omp single
#pragma omp taskgroup
    {
#pragma omp task shared(outer)
#pragma omp atomic
        outer++;
#pragma omp taskgroup
        {
#pragma omp task
            {
#pragma omp cancel taskgroup
            }
        }
#pragma omp task shared(other)
        other = 1;
    }
    return outer + other == 2 ? 0 : 1;
}
