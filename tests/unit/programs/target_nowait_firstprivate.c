// The copy is made when the construct is met, not when the task runs.
// expect: PASS, outcomes 1
#include <assert.h>
int main(void)
{
    int n = 5, seen = 0, a[4] = {1, 2, 3, 4};
#pragma omp target firstprivate(n, a) map(from : seen) nowait
    seen = n + a[3];
    n = 0;
    a[3] = 0;
#pragma omp taskwait
    assert(seen == 9);
    return 0;
}
