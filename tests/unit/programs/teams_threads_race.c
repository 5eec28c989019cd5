// The threads of one team race, and the teams do too.
// expect: RACE, on x, threads 2
int x;
int main(void)
{
#pragma omp target teams distribute parallel for num_teams(2)           \
    map(tofrom : x)
    for (int i = 0; i < 4; i++)
        x += i;
    return x;
}
