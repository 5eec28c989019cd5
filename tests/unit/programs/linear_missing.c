// j goes with i, but it is shared.
// expect -DN=4: RACE, on j, threads 2
// expect race -DN=100: RACE, on j
int main(void)
{
    int a[N], b[N], j = 0;
    for (int i = 0; i < N; i++)
        a[i] = b[i] = i;
#pragma omp parallel for
    for (int i = 0; i < N; i++) {
        a[j % N] += b[i] * 3;
        j++;
    }
    return j < 1;
}
