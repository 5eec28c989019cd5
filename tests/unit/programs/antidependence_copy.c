// The old values are kept in a copy: nothing is shared that changes.
// expect -DN=6: PASS, executions 1, outcomes 1
// expect race -DN=1000: PASS
#include <string.h>

int main(void)
{
    static int a[N + 1], old[N + 1];
    for (int i = 0; i <= N; i++)
        a[i] = i;
    memcpy(old, a, sizeof a);
#pragma omp parallel for
    for (int i = 0; i < N; i++)
        a[i] = old[i + 1] + 1;
    return a[0] != 2;
}
