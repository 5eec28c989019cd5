// expect: RACE, on sum
int main(void)
{
    double sum = 0;
#pragma omp teams distribute num_teams(2)
    for (int i = 0; i < 4; i++)
        sum += i;
    return (int)sum;
}
