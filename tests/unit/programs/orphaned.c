// Constructs in a function bind to the region that is there, if any.
// expect: PASS, threads 2, outcomes 1
static int a[8], x;

static void work(void)
{
#pragma omp for
    for (int i = 0; i < 8; i++)
        a[i]++;
#pragma omp single
    x++;
#pragma omp sections
    {
#pragma omp section
        a[0]++;
#pragma omp section
        a[1]++;
    }
#pragma omp master
    a[2]++;
#pragma omp barrier
}

int main(void)
{
    work();
#pragma omp parallel
    work();
    return x != 2 || a[0] + a[1] + a[2] + a[3] != 14;
}
