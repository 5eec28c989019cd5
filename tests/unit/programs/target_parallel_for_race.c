// Each iteration needs the one before, which another thread may have.
// expect: RACE, threads 2
int main(void)
{
    int a[6] = {1};
#pragma omp target parallel for map(tofrom : a)
    for (int i = 1; i < 6; i++)
        a[i] = a[i - 1] + 1;
    return a[5];
}
