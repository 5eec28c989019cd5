// The largest and the smallest, both by reduction.
// expect -DN=6: PASS, threads 3, outcomes 1
// expect race -DN=300: PASS
int main(void)
{
    int a[N], low = 1000, high = -1000;
    for (int i = 0; i < N; i++)
        a[i] = i * 7 % N;
#pragma omp parallel for reduction(max : high) reduction(min : low)
    for (int i = 0; i < N; i++) {
        if (a[i] > high)
            high = a[i];
        if (a[i] < low)
            low = a[i];
    }
    return low != 0 || high != N - 1;
}
