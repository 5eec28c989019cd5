// Loops without an iteration, in which gcc has every thread write back what is
// lastprivate: in other words, in two lines, by macros.
// expect: PASS, threads 2, outcomes 1
// expect race -DSOME: PASS
// expect race -DSOME -DBY_EACH: RACE, on x
#define LOOP for
#define REGION parallel
#define COMBINED parallel for
#ifdef SOME
int n = 3;
#else
int n;
#endif
int main(void)
{
    int x = 0;
#pragma omp parallel for num_threads(2) lastprivate(x)
    for (int i = 0; i < n; i++)
        x = i;
#pragma omp COMBINED num_threads(2) lastprivate(x)
    for (int i = 0; i < n; i++)
        x = i;
#pragma omp parallel for simd num_threads(2)                          \
    lastprivate(x)
    for (int i = 0; i < n; i++)
        x = i;
#pragma omp REGION num_threads(2)
    {
#pragma omp LOOP lastprivate(x)
        for (int i = 0; i < n; i++)
            x = i;
#pragma omp for simd lastprivate(x)
        for (int i = 0; i < n; i++)
            x = i;
#pragma omp for lastprivate(x) schedule(dynamic)
        for (int i = 0; i < n; i++)
            x = i;
#ifdef BY_EACH
#pragma omp simd lastprivate(x)
        for (int i = 0; i < n; i++)
            x = i;
#endif
    }
#pragma omp target teams distribute num_teams(2) lastprivate(x)
    for (int i = 0; i < n; i++)
        x = i;
    return x;
}
