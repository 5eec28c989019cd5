// A static variable of the function is shared by all threads.
// expect -DN=4: RACE, threads 2, on tmp
// expect race -DN=100: RACE
static int a[N], b[N];

int main(void)
{
    for (int i = 0; i < N; i++)
        a[i] = b[i] = i;
#pragma omp parallel
    {
        static int tmp;
#pragma omp for
        for (int i = 0; i < N; i++) {
            tmp = a[i] + i;
            a[i] = tmp;
        }
    }
#pragma omp parallel
    {
        int own;
#pragma omp for
        for (int i = 0; i < N; i++) {
            own = b[i] + i;
            b[i] = own;
        }
    }
    return b[N - 1] != 2 * (N - 1);
}
