// exclusive: each element gets the sum of those before it.
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
        out[i] = sum;
#pragma omp scan exclusive(sum)
        sum += a[i];
    }
    return out[N - 1] != (N - 1) * (N - 2) / 2;
}
