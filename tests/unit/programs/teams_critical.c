// A critical section excludes the threads of all teams.
// expect: PASS, outcomes 1
#include <assert.h>
int main(void)
{
    int x = 0;
#pragma omp target teams num_teams(2) map(tofrom : x)
#pragma omp parallel num_threads(1)
#pragma omp critical
    x++;
    assert(x == 2);
    return 0;
}
