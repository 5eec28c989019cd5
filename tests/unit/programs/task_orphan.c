// Outside of any region a task is run where it is met.
// expect: PASS, outcomes 1
static int x;
static void work(void)
{
#pragma omp task
    x += 1;
#pragma omp taskwait
#pragma omp taskgroup
    {
#pragma omp task
        x += 2;
    }
#pragma omp taskloop
    for (int i = 0; i < 3; i++)
        x += 3;
}
int main(void)
{
    work();
    return x == 12 ? 0 : 1;
}
