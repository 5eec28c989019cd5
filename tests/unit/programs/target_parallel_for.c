// expect: PASS, outcomes 1, threads 2
#include <assert.h>
int main(void)
{
    int a[6];
#pragma omp target parallel for map(from : a)
    for (int i = 0; i < 6; i++)
        a[i] = i * i;
    assert(a[5] == 25);
    return 0;
}
