// mergeable and priority change nothing that may be relied on.
// expect: PASS, outcomes 1
// expect -DSHARED: RACE, on x
#ifdef SHARED
#define X shared(x)
#else
#define X firstprivate(x)
#endif
int main(void)
{
    int x = 2, y = 0;
#pragma omp parallel num_threads(2) shared(x, y)
#pragma omp single
    {
#pragma omp task mergeable priority(7) X
        x++;
#pragma omp task mergeable shared(y) firstprivate(x) priority(1)
        y = x;
    }
    return y == 2 && x == 2 ? 0 : 1;
}
