// Every thread writes the same number: still a race.
// expect: RACE, on threads, threads 2
#include <omp.h>

int main(void)
{
    int threads = 0;
#pragma omp parallel
    threads = omp_get_num_threads();
    return threads < 1;
}
