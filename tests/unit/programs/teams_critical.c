// A critical section excludes the threads of a contention group, and each team of
// a league is one: that teams exclude each other, too, cannot be relied on.
// expect -DTEAMS=1: PASS, outcomes 1
// expect -DTEAMS=2: RACE, races 2, on x
int main(void)
{
    int x = 0;
#pragma omp target teams num_teams(TEAMS) map(tofrom : x)
#pragma omp parallel num_threads(2 / TEAMS)
#pragma omp critical
    x++;
    return x != 2;
}
