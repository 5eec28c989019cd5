// Two teams of two threads share the iterations.
// expect: PASS, outcomes 1, threads 2
#include <assert.h>
int main(void)
{
    int a[4];
#pragma omp target teams distribute parallel for num_teams(2)           \
    map(from : a)
    for (int i = 0; i < 4; i++)
        a[i] = i + 1;
    assert(a[0] + a[1] + a[2] + a[3] == 10);
    return 0;
}
