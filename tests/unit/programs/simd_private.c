// Private, last private, declared in the body, in a function's frame.
// expect: PASS, outcomes 1
#include <assert.h>
int scratch, last;
static void set(int *to, int value)
{
    *to = value;
}
#pragma omp declare simd notinbranch
static int square(int x)
{
    int copy[2] = {x, x}, *p = copy;
    return p[0] * p[1];
}
int main(void)
{
    int a[32];
#pragma omp simd private(scratch) lastprivate(last)
    for (int i = 0; i < 32; i++) {
        int pair[2];
        set(&scratch, i);
        pair[0] = scratch;
        pair[1] = square(pair[0]);
        set(&last, pair[1]);
        a[i] = last;
    }
    assert(last == 961 && a[5] == 25);
    return 0;
}
