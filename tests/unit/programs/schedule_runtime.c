// The schedule comes from the program at run time.
// expect -DN=4: PASS, threads 2, outcomes 1
// expect race -DN=100: UNDECIDED
#include <omp.h>

static int a[N];

int main(void)
{
    omp_set_schedule(omp_sched_dynamic, 1);
#pragma omp parallel for schedule(runtime)
    for (int i = 0; i < N; i++)
        a[i] = i + 1;
    return a[N - 1] != N;
}
