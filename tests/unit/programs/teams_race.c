// No barrier and no order between the teams of a league.
// expect: RACE, on x
int main(void)
{
    int x = 0;
#pragma omp target teams num_teams(2) map(tofrom : x)
    x++;
    return x;
}
