// The last iteration of one team reads what the next team writes.
// expect: RACE
int main(void)
{
    int a[8] = {0};
#pragma omp target teams distribute num_teams(2) map(tofrom : a)
    for (int i = 0; i < 7; i++)
        a[i] = a[i + 1] + 1;
    return a[0];
}
