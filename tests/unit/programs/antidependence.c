// Each element takes its right neighbour, which may be new already.
// expect -DN=4: RACE, threads 2
// expect race -DN=1000: RACE
int main(void)
{
    int a[N + 1];
    for (int i = 0; i <= N; i++)
        a[i] = i;
#pragma omp parallel for
    for (int i = 0; i < N; i++)
        a[i] = a[i + 1] + 1;
    return a[N - 1] != N + 1;
}
