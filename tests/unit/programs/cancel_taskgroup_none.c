// A task that is in no taskgroup cancels nothing but itself.
// expect: PASS, outcomes 1
// expect: PASS, outcomes 1, env OMP_CANCELLATION=true
#include <omp.h>
static int after, other;

static void make_tasks(void)
{
#pragma omp task
    {
#pragma omp cancel taskgroup
        after = 1;
    }
#pragma omp task
    other = 1;
}

int main(void)
{
#pragma omp parallel num_threads(2)
#pragma omp single
    make_tasks();
    return after == !omp_get_cancellation() && other == 1 ? 0 : 1;
}
