// expect: PASS, outcomes 1
#include <assert.h>
int main(void)
{
    int a[64] = {0}, k = 0, *p = a;
    int *pk = &k;
#pragma omp simd linear(k : 2) linear(p)
    for (int i = 0; i < 32; i++) {
        a[k + 1] = i;
        k += 2;
        p++;
    }
    assert(*pk == 64 && p == a + 32 && a[63] == 31);
    return 0;
}
