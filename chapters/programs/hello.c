/* The first team: every thread says its number. */
#include <omp.h>
#include <stdio.h>

int main(void)
{
    printf("open\n");
    #pragma omp parallel num_threads(2)
    {
        int me = omp_get_thread_num();
        int team = omp_get_num_threads();
        printf("%d of %d\n", me, team);
    }
    printf("closed\n");
}
