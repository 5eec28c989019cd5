// Three philosophers who take the lower fork first.
// expect: PASS, executions 90, schedules 1134, outcomes 1
#include <omp.h>
#include <stdio.h>
omp_lock_t f[3];
int ate[3];
int main(void)
{
    for (int i = 0; i < 3; i++)
        omp_init_lock(&f[i]);
#pragma omp parallel num_threads(3)
    {
        int me = omp_get_thread_num();
        int l = me, r = (me + 1) % 3;
        int a = l < r ? l : r, b = l < r ? r : l;
        for (int k = 0; k < 2; k++) {
            omp_set_lock(&f[a]);
            omp_set_lock(&f[b]);
            ate[me]++;
            omp_unset_lock(&f[b]);
            omp_unset_lock(&f[a]);
        }
    }
    for (int i = 0; i < 3; i++)
        omp_destroy_lock(&f[i]);
    printf("%d\n", ate[0] + ate[1] + ate[2]);
    return 0;
}
