// A task that waits to be cancelled ends only if somebody does it.
// expect: PASS, outcomes 1, env OMP_CANCELLATION=true
// expect -DNEVER: ENDLESS, env OMP_CANCELLATION=true
int main(void)
{
    int ended = 0;
#pragma omp parallel num_threads(2) shared(ended)
#pragma omp single
#pragma omp taskgroup
    {
#pragma omp task
        for (;;) {
#pragma omp cancellation point taskgroup
        }
#ifndef NEVER
#pragma omp task
        {
#pragma omp cancel taskgroup
        }
#endif
    }
    return ended;
}
