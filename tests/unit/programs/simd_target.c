// Every kind of device and team around the lanes.
// expect: PASS, outcomes 1, threads 1
#include <assert.h>
int main(void)
{
    int a[16] = {0};
#pragma omp target simd map(tofrom : a)
    for (int i = 0; i < 16; i++)
        a[i]++;
#pragma omp target teams distribute parallel for simd num_teams(2)      \
    map(tofrom : a)
    for (int i = 0; i < 16; i++)
        a[i]++;
#pragma omp target map(tofrom : a)
#pragma omp teams num_teams(2)
#pragma omp distribute simd
    for (int i = 0; i < 16; i++)
        a[i]++;
#pragma omp taskloop simd num_tasks(2) shared(a)
    for (int i = 0; i < 16; i++)
        a[i]++;
    assert(a[0] == 4 && a[15] == 4);
    return 0;
}
