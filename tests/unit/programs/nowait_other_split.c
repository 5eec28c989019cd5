// The second loop is cut elsewhere: it meets what others are writing.
// expect -DN=6: RACE, threads 2
// expect race -DN=1000: RACE
static int a[N], b[N];

int main(void)
{
#pragma omp parallel
    {
#pragma omp for schedule(static) nowait
        for (int i = 0; i < N; i++)
            a[i] = i;
#pragma omp for schedule(static, 1) nowait
        for (int i = 0; i < N; i++)
            b[i] = 2 * a[i];
    }
    return b[0] != 0;
}
