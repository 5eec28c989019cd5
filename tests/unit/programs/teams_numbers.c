// Each team writes its own place; a team's threads know their team.
// expect: PASS, outcomes 1
#include <assert.h>
#include <omp.h>
int main(void)
{
    int on_host[3] = {0}, in_target[3] = {0};
#pragma omp teams num_teams(3)
    on_host[omp_get_team_num()] = omp_get_num_teams();
#pragma omp target teams num_teams(3) map(tofrom : in_target)
    {
        int team = -1;
#pragma omp parallel num_threads(1)
        team = omp_get_team_num();
        in_target[team] = omp_get_num_teams();
    }
    for (int i = 0; i < 3; i++)
        assert(on_host[i] == 3 && in_target[i] == 3);
    assert(omp_get_num_teams() == 1 && omp_get_team_num() == 0);
    return 0;
}
