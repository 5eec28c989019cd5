// In the ordered block one lane comes after the other.
// expect: PASS, outcomes 1
#include <assert.h>
int main(void)
{
    int a[32] = {0}, b[32];
#pragma omp simd
    for (int i = 1; i < 32; i++) {
        b[i] = 2 * i;
#pragma omp ordered simd
        a[i] = a[i - 1] + 1;
    }
    assert(a[31] == 31 && b[31] == 62);
    return 0;
}
