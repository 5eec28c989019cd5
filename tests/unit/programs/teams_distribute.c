// The iterations of a distributed loop belong to one team each.
// expect: PASS, outcomes 1
#include <assert.h>
int main(void)
{
    int a[8], b[8];
#pragma omp target teams distribute num_teams(2) map(from : a)
    for (int i = 0; i < 8; i++)
        a[i] = i;
#pragma omp teams num_teams(2)
#pragma omp distribute dist_schedule(static, 1)
    for (int i = 0; i < 8; i++)
        b[i] = a[i];
    for (int i = 0; i < 8; i++)
        assert(b[i] == i);
    return 0;
}
