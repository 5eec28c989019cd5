// The first to come prepares; the others must wait until it has, not only until
// somebody has begun.
// expect: PASS, outcomes 1
// expect -DNOT_WAITING: RACE, on table
#include <omp.h>
int begun, done, table;
int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(2) reduction(+ : sum)
    {
        int before, now = 0;
#pragma omp atomic capture seq_cst
        before = begun++;
        if (before == 0) {
            table = 5;
#pragma omp atomic write release
            done = 1;
            now = 1;
        }
#if defined(NOT_WAITING)
        now = 1;
#endif
        while (!now) {
#pragma omp atomic read acquire
            now = done;
        }
        sum += table;
    }
    return sum;
}
