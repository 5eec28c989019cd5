// expect: PASS, outcomes 1
/* Threads keep what is private to them from one region to the next, until
 * the program gives them up. */
#include <omp.h>

int mine = 1;
#pragma omp threadprivate(mine)

int main(void)
{
    int wrong = 0;
    #pragma omp parallel num_threads(2)
    mine = 10 + omp_get_thread_num();
    #pragma omp parallel num_threads(2) reduction(+ : wrong)
    wrong += mine != 10 + omp_get_thread_num();
    if (omp_pause_resource(omp_pause_soft, omp_get_initial_device()))
        return 9;
    #pragma omp parallel num_threads(2) reduction(+ : wrong)
    wrong += mine != (omp_get_thread_num() == 0 ? 10 : 1);
    return wrong;
}
