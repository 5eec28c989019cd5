// Ends of loops and sections in a cancelled region lead to the region's end.
// expect: PASS, outcomes 1
// expect: PASS, outcomes 1, env OMP_CANCELLATION=true
#include <omp.h>
int main(void)
{
    int loops = 0, sections = 0;
#pragma omp parallel num_threads(2)
    {
#pragma omp for schedule(dynamic) nowait
        for (int i = 0; i < 2; i++)
#pragma omp atomic
            loops++;
        if (omp_get_thread_num() == 1) {
#pragma omp cancel parallel
        }
#pragma omp for schedule(dynamic)
        for (int i = 0; i < 2; i++)
#pragma omp atomic
            loops++;
#pragma omp sections
        {
#pragma omp section
            sections++;
        }
    }
    return loops * 10 + sections;
}
