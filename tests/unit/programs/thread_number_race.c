// "Thread 0 writes, all read" needs a barrier.
// expect: RACE, on threads, threads 2
#include <omp.h>
#include <stdio.h>

int main(void)
{
    int threads = 0;
#pragma omp parallel
    {
        if (omp_get_thread_num() == 0)
            threads = omp_get_num_threads();
        if (threads > 64)
            printf("many\n");
    }
    return threads < 1;
}
