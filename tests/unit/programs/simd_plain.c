// expect: PASS, outcomes 1
#include <assert.h>
int main(void)
{
    int a[32], b[32], c[32];
#pragma omp simd
    for (int i = 0; i < 32; i++)
        b[i] = c[i] = i;
#pragma omp simd
    for (int i = 0; i < 32; i++)
        a[i] = b[i] * c[i];
    assert(a[31] == 31 * 31);
    return 0;
}
