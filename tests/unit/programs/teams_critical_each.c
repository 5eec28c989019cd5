// Both teams come to the same critical section, for a counter of each team's own;
// what one team does there does not come between the threads of the other.
// expect: PASS, outcomes 1
#include <omp.h>
int main(void)
{
    int x[2] = {0, 0};
#pragma omp target teams num_teams(2) map(tofrom : x)
#pragma omp parallel num_threads(2)
#pragma omp critical
    x[omp_get_team_num()]++;
    return x[0] != 2 || x[1] != 2;
}
