// The greatest and its place, merged one at a time.
// expect: PASS, executions 24, schedules 24, outcomes 1
#include <stdio.h>
int main(void)
{
    double a[40];
    for (int i = 0; i < 40; i++)
        a[i] = (i * 37) % 41;
    double m = -1;
    int ix = -1;
#pragma omp parallel num_threads(4)
    {
        double lm = -1;
        int li = -1;
#pragma omp for
        for (int i = 0; i < 40; i++)
            if (a[i] > lm) {
                lm = a[i];
                li = i;
            }
#pragma omp critical
        if (lm > m || (lm == m && li < ix)) {
            m = lm;
            ix = li;
        }
    }
    printf("%g %d\n", m, ix);
    return 0;
}
