// Clauses that promise the compiler something and change nothing here.
// expect: PASS, outcomes 1
// expect -DCHAIN: RACE, on a[1]
#include <stdalign.h>
static alignas(32) int a[9], b[9];
int main(void)
{
    int *p = a, *q = b, k = 0;
#pragma omp parallel num_threads(2)
#pragma omp single
    {
#pragma omp simd aligned(p, q : 16) simdlen(4) nontemporal(b) linear(k : 2)
        for (int i = 0; i < 8; i++) {
#ifdef CHAIN
            p[i + 1] = p[i] + k;
#else
            p[i + 1] = q[i] + k;
#endif
            k += 2;
        }
    }
    return a[8] >= 14 && k == 16 ? 0 : 1;
}
