// Two arguments that point into one array, one element apart.
// expect -DSHIFT=1: RACE, threads 2
// expect -DSHIFT=8: PASS, threads 2, executions 1
static void copy(int length, int *to, const int *from)
{
#pragma omp parallel for
    for (int i = 0; i < length; i++)
        to[i] = from[i] + 1;
}

int main(void)
{
    static int a[16];
    copy(6, a, a + SHIFT);
    return a[0] < 1;
}
