// expect: PASS, outcomes 1
/* A task has control variables of its own, one that runs at once too. */
#include <omp.h>

int main(void)
{
    int wrong = 0;
    omp_set_num_threads(3);
    #pragma omp task if (0) shared(wrong)
    {
        wrong += omp_get_max_threads() != 3;
        omp_set_num_threads(2);
        wrong += omp_get_max_threads() != 2;
    }
    wrong += omp_get_max_threads() != 3;
    return wrong;
}
