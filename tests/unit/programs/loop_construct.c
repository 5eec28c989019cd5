// "loop": iterations in any order, by any thread.
// expect -DN=4: PASS, executions 1, outcomes 1
// expect -DN=4 -DWRONG: RACE, threads 2
// expect race -DN=100 -DWRONG: RACE
static int a[N + 1];

int main(void)
{
#pragma omp parallel
    {
#pragma omp loop
        for (int i = 0; i < N; i++)
#ifdef WRONG
            a[i] = a[i + 1] + 1;
#else
            a[i] = i + 1;
#endif
    }
    return a[0] < 1;
}
