// expect: PASS, threads 2
// expect -DSHARED: RACE, threads 2, on count[0]
/* What belongs to a worker is used by one of its tasks after another; what
 * belongs to all is not. */
#include <omp.h>

int count[2];

int main(void)
{
    #pragma omp parallel
    #pragma omp single
    for (int i = 0; i < 3; i++) {
        #pragma omp task
#ifdef SHARED
        count[0]++;
#else
        count[omp_get_thread_num()]++;
#endif
    }
    return count[0] + count[1] != 3;
}
