// All lanes have read before the first of them writes.
// expect: PASS, outcomes 1
#include <assert.h>
int main(void)
{
    int a[33];
    for (int i = 0; i < 33; i++)
        a[i] = i;
#pragma omp simd
    for (int i = 0; i < 32; i++)
        a[i] = a[i + 1] + 1;
    assert(a[0] == 2 && a[31] == 33);
    return 0;
}
