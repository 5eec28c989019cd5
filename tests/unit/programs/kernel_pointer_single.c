// One thread swaps, the others wait for it.
// expect -DN=6: PASS, threads 2, outcomes 1
// expect race -DN=50: PASS
static double a[N], b[N];

int main(void)
{
    double *from = a, *to = b;
    a[0] = b[0] = 1;
#pragma omp parallel
    for (int round = 0; round < 2; round++) {
#pragma omp for
        for (int i = 1; i < N - 1; i++)
            to[i] = (from[i - 1] + from[i + 1]) / 2;
#pragma omp single
        {
            double *old = from;
            from = to;
            to = old;
        }
    }
    return from[1] < 0;
}
