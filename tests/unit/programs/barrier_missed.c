// expect: DEADLOCK, outcomes 1, says at a barrier that only 1 of 2 threads have reached
#include <omp.h>
void meet(void)
{
#pragma omp barrier
}
int main(void)
{
#pragma omp parallel num_threads(2)
    if (omp_get_thread_num() == 0)
        meet();
    return 0;
}
