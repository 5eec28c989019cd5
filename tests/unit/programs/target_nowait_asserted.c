// What a target task has not done yet is asserted: nothing orders the two, though the
// program has one thread.
// expect: RACE, on x
// expect race: RACE, on x
// expect -DWAIT: PASS, outcomes 1
// expect -DNEEDS: PASS, outcomes 1
#include <assert.h>
int main(void)
{
    int x = 0;
#pragma omp target map(tofrom : x) depend(out : x) nowait
    x = 1;
#if defined WAIT
#pragma omp taskwait
#elif defined NEEDS
#pragma omp taskwait depend(in : x)
#endif
    assert(x == 1);
    return 0;
}
