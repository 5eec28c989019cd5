/* The first team: every thread says its number. */
#include <omp.h>
#include <stdio.h>

int main(void)
{
    printf("open\n");
    #pragma omp parallel num_threads(2)
    {
        printf("thread %d of %d\n", omp_get_thread_num(),
               omp_get_num_threads());
    }
    printf("closed\n");
}
