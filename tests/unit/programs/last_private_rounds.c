// The last iteration of each round writes x, and nothing parts two rounds.
// expect race -DWHAT=1: RACE, on x, races 1
// expect race -DWHAT=2: RACE, on x, races 1
// expect race -DWHAT=1 -DWAIT: UNDECIDED
// expect race -DWHAT=2 -DWAIT: PASS
// expect race -DWHAT=3: PASS
int none;
int main(void)
{
    int x = 0;
#pragma omp parallel num_threads(3)
    for (int round = 0; round < 2; round++) {
#if WHAT == 1
#pragma omp for lastprivate(x) schedule(dynamic) nowait
        for (int i = 0; i < 3; i++)
            x = i;
#elif WHAT == 2
#pragma omp sections lastprivate(x) nowait
        {
#pragma omp section
            x = 1;
#pragma omp section
            x = 2;
        }
#else
#pragma omp for lastprivate(x) schedule(dynamic) nowait
        for (int i = 0; i < none; i++)
            x = i;
#endif
#ifdef WAIT
#pragma omp barrier
#endif
    }
    return x != 2;
}
