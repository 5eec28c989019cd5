// Compared and set without protection: the largest may get lost.
// expect -DN=4: RACE, on high, threads 2
// expect race -DN=300: RACE, on high
int main(void)
{
    int a[N], high = -1;
    for (int i = 0; i < N; i++)
        a[i] = i;
#pragma omp parallel for
    for (int i = 0; i < N; i++)
        if (a[i] > high)
            high = a[i];
    return high < 0;
}
