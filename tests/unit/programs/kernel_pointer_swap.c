// All threads swap the shared pointers: twice too often, and a race.
// expect -DN=4: RACE, threads 2
// expect race -DN=50: RACE
static double a[N], b[N];

int main(void)
{
    double *from = a, *to = b;
#pragma omp parallel
    for (int round = 0; round < 2; round++) {
#pragma omp for
        for (int i = 1; i < N - 1; i++)
            to[i] = (from[i - 1] + from[i + 1]) / 2;
        double *old = from;
        from = to;
        to = old;
    }
    return 0;
}
