// expect: DEADLOCK, executions 3, schedules 4, outcomes 2, says thread 0 waits in line 12 for the lock b
#include <omp.h>
omp_lock_t a, b;
int x;
int main(void)
{
    omp_init_lock(&a);
    omp_init_lock(&b);
#pragma omp parallel num_threads(2)
    if (omp_get_thread_num() == 0) {
        omp_set_lock(&a);
        omp_set_lock(&b);
        x++;
        omp_unset_lock(&b);
        omp_unset_lock(&a);
    } else {
        omp_set_lock(&b);
        omp_set_lock(&a);
        x++;
        omp_unset_lock(&a);
        omp_unset_lock(&b);
    }
    return x;
}
