// What one thread publishes and a second passes on has reached the third; so
// has what an update passes on that is itself relaxed.
// expect: PASS, outcomes 1
// expect -DOVERWRITE: RACE, on message
#include <omp.h>
int message, stage;
int main(void)
{
    int got = 0, now;
#pragma omp parallel num_threads(3) private(now)
    switch (omp_get_thread_num()) {
    case 0:
        message = 7;
#pragma omp atomic write release
        stage = 1;
        break;
    case 1:
        do {
#pragma omp atomic read relaxed
            now = stage;
        } while (now != 1);
#if defined(OVERWRITE)
#pragma omp atomic write relaxed
        stage = 2;
#else
#pragma omp atomic update relaxed
        stage++;
#endif
        break;
    default:
        do {
#pragma omp atomic read acquire
            now = stage;
        } while (now != 2);
        got = message;
    }
    return got;
}
