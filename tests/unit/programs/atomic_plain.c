// An atomic beside a plain access is a race.
// expect: RACE, on x
int x;
#include <omp.h>
int main(void)
{
#pragma omp parallel num_threads(2)
    if (omp_get_thread_num() == 0)
        x = 1;
    else
#pragma omp atomic
        x++;
    return 0;
}
