// scope nowait: the sum is read before it is complete.
// expect: RACE, on sum, threads 2
#include <omp.h>

int main(void)
{
    int sum = 0, seen = 0;
#pragma omp parallel reduction(max : seen)
    {
#pragma omp scope reduction(+ : sum) nowait
        sum += omp_get_thread_num();
        seen = sum;
    }
    return seen < 0;
}
