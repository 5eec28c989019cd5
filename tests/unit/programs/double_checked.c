// Double-checked initialisation with release and acquire.
// expect: PASS, executions 90, schedules 1710, outcomes 1
#include <stdio.h>
#include <stdlib.h>
int *p;
int ready;
static int *get(void)
{
    int r;
#pragma omp atomic read acquire
    r = ready;
    if (!r) {
#pragma omp critical
        {
            if (!p) {
                int *q = malloc(4);
                *q = 7;
                p = q;
#pragma omp atomic write release
                ready = 1;
            }
        }
    }
    return p;
}
int main(void)
{
    int s = 0;
#pragma omp parallel num_threads(3) reduction(+ : s)
    s += *get();
    printf("%d\n", s);
    free(p);
    return 0;
}
