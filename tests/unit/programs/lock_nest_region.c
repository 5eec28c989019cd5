// expect: PASS, outcomes 1
/* A nest lock belongs to a task: that of an inner region on the same thread
 * does not hold what the outer one took. */
#include <omp.h>

int main(void)
{
    omp_nest_lock_t lock;
    int wrong = 0;
    omp_init_nest_lock(&lock);
    omp_set_nest_lock(&lock);
    wrong += omp_test_nest_lock(&lock) != 2;
    #pragma omp parallel if (0) reduction(+ : wrong)
    wrong += omp_test_nest_lock(&lock) != 0;
    omp_unset_nest_lock(&lock);
    omp_unset_nest_lock(&lock);
    omp_destroy_nest_lock(&lock);
    return wrong;
}
