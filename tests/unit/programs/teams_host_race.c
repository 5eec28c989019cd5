// expect: RACE, on x
int main(void)
{
    int x = 0;
#pragma omp teams num_teams(2) shared(x)
    x++;
    return x;
}
