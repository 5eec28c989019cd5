// Regions beside each other share what the limit leaves: who comes first has it.
// expect: VARIES, outcomes 2, env OMP_THREAD_LIMIT=3
// expect -DROOM: PASS, outcomes 1
#include <omp.h>
int main(void)
{
    int first = 0;
    omp_set_max_active_levels(2);
#pragma omp parallel num_threads(2)
    {
        int size = 0;
#pragma omp parallel num_threads(2)
#pragma omp master
        size = omp_get_num_threads();
        if (omp_get_thread_num() == 0)
            first = size;
#pragma omp barrier
    }
    return first;
}
