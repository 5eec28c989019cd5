// A nest lock that its owner tries again meanwhile: the two still exclude each
// other in either order.
// expect: VARIES, executions 2, outcomes 2
#include <omp.h>
omp_nest_lock_t lock;
int last;
int main(void)
{
    omp_init_nest_lock(&lock);
#pragma omp parallel num_threads(2)
    {
        omp_set_nest_lock(&lock);
        if (omp_test_nest_lock(&lock)) {
            last = omp_get_thread_num();
            omp_unset_nest_lock(&lock);
        }
        omp_unset_nest_lock(&lock);
    }
    omp_destroy_nest_lock(&lock);
    return last;
}
