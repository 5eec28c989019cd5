// restrict promises what the caller does not keep.
// expect -DN=4: RACE, threads 2
// expect race -DN=1000: RACE
static void fill(int length, double *restrict out,
                 const double *restrict in)
{
#pragma omp parallel for
    for (int i = 0; i < length; i++)
        out[i] = in[i] + 1;
}

int main(void)
{
    static double a[N + 1];
    fill(N, a + 1, a);
    return a[0] != 0;
}
