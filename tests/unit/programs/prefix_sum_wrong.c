// A running sum can't be split like this.
// expect -DN=4: RACE, threads 2
// expect race -DN=100: RACE
static int a[N], out[N];

int main(void)
{
    for (int i = 0; i < N; i++)
        a[i] = 1;
    out[0] = a[0];
#pragma omp parallel for
    for (int i = 1; i < N; i++)
        out[i] = out[i - 1] + a[i];
    return out[0] != 1;
}
