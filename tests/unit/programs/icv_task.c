// What a task sets is its own, and so is what its creator sets afterwards.
// expect: PASS, outcomes 1
#include <omp.h>
int main(void)
{
    int wrong = 0;
    omp_set_num_threads(6);
#pragma omp task if (0) shared(wrong)
    {
        wrong += omp_get_max_threads() != 6;
        omp_set_num_threads(5);
    }
    wrong += omp_get_max_threads() != 6;
#pragma omp parallel num_threads(2)
#pragma omp single
    {
#pragma omp task shared(wrong)
#pragma omp atomic
        wrong += omp_get_max_threads() != 6;
        omp_set_num_threads(3);
    }
    return wrong;
}
