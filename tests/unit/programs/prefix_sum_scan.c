// inscan: the compiler makes two passes of it.
// expect -DN=6: PASS, threads 2, outcomes 1
// expect race -DN=100: PASS
static int a[N], out[N];

int main(void)
{
    int sum = 0;
    for (int i = 0; i < N; i++)
        a[i] = i;
#pragma omp parallel for reduction(inscan, + : sum)
    for (int i = 0; i < N; i++) {
        sum += a[i];
#pragma omp scan inclusive(sum)
        out[i] = sum;
    }
    return out[N - 1] != N * (N - 1) / 2;
}
