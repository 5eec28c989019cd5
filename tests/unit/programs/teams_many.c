// More teams than run at once: each still comes once.
// expect: PASS
#include <assert.h>
#include <omp.h>
int main(void)
{
    int seen[40] = {0};
#pragma omp target teams num_teams(40) map(tofrom : seen)
    seen[omp_get_team_num()]++;
    for (int i = 0; i < 40; i++)
        assert(seen[i] == 1);
    return 0;
}
