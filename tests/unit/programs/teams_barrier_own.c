// expect: PASS, outcomes 1
#include <assert.h>
#include <omp.h>
int main(void)
{
    int a[2] = {0}, b[2] = {0};
#pragma omp target teams num_teams(2) map(tofrom : a, b)
#pragma omp parallel num_threads(2)
    {
        int team = omp_get_team_num();
        if (omp_get_thread_num() == 0)
            a[team] = 1;
#pragma omp barrier
        if (omp_get_thread_num() == 1)
            b[team] = a[team];
    }
    assert(b[0] == 1 && b[1] == 1);
    return 0;
}
