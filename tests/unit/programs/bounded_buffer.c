// A bounded buffer of two places, both sides polling inside a critical section.
// expect: PASS, outcomes 1, by states
#include <omp.h>
#include <stdio.h>
int buf[2], head, tail, sum;
int main(void)
{
#pragma omp parallel num_threads(2)
    {
        if (omp_get_thread_num() == 0) {
            for (int i = 1; i <= 4;) {
                int ok = 0;
#pragma omp critical(q)
                if (tail - head < 2) {
                    buf[tail++ % 2] = i;
                    ok = 1;
                }
                if (ok)
                    i++;
            }
        } else {
            for (int n = 0; n < 4;) {
#pragma omp critical(q)
                if (head < tail) {
                    sum += buf[head++ % 2];
                    n++;
                }
            }
        }
    }
    printf("%d\n", sum);
    return 0;
}
