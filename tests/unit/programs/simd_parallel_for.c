// Threads first, then lanes within each thread's share.
// expect: PASS, outcomes 1, threads 2
#include <assert.h>
int main(void)
{
    int a[16] = {0}, sum = 0;
#pragma omp parallel for simd default(none) shared(a) reduction(+ : sum)
    for (int i = 0; i < 16; i++) {
        a[i] += i;
        sum += a[i];
    }
#pragma omp parallel
#pragma omp for simd schedule(dynamic, 8)
    for (int i = 0; i < 16; i++)
        a[i]++;
    assert(sum == 120 && a[15] == 16);
    return 0;
}
