// A barrier holds within one team: it orders nothing between two.
// expect: RACE
#include <omp.h>
int main(void)
{
    int a[2] = {0}, sum = 0;
#pragma omp target teams num_teams(2) map(tofrom : a, sum)
#pragma omp parallel num_threads(2)
    {
        if (omp_get_thread_num() == 0)
            a[omp_get_team_num()] = 1;
#pragma omp barrier
        if (omp_get_thread_num() == 1 && omp_get_team_num() == 0)
            sum = a[1];
    }
    return sum;
}
