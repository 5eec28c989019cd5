// One works until the other says stop: a plain flag is a race.
// expect: PASS, outcomes 1
// expect -DBARE: RACE, on stop
#include <omp.h>
int stop;
int main(void)
{
#pragma omp parallel num_threads(2)
    if (omp_get_thread_num() == 0) {
#if defined(BARE)
        stop = 1;
#else
#pragma omp atomic write
        stop = 1;
#endif
    } else {
        int now = 0;
        while (!now) {
#if defined(BARE)
            now = stop;
#else
#pragma omp atomic read
            now = stop;
#endif
        }
    }
    return stop;
}
