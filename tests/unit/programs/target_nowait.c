// With nowait a target region is a task; a taskwait waits for it.
// expect: PASS, outcomes 1
#include <assert.h>
int main(void)
{
    int x = 0;
#pragma omp target map(tofrom : x) nowait
    x = 1;
#pragma omp taskwait
    assert(x == 1);
    return 0;
}
