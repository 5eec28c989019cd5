// Largest value: looked at twice, once without protection.
// expect -DN=3: RACE, on high, threads 2
// expect race -DN=100: RACE, on high
int main(void)
{
    int a[N], high = -1;
    for (int i = 0; i < N; i++)
        a[i] = i;
#pragma omp parallel for
    for (int i = 0; i < N; i++)
        if (a[i] > high) {
#pragma omp critical
            if (a[i] > high)
                high = a[i];
        }
    return high != N - 1;
}
