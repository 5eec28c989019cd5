// A firstprivate array is copied when the task is made.
// expect: PASS, outcomes 1
// expect -DHOW=shared: RACE
#ifndef HOW
#define HOW firstprivate
#endif
int got[2];
static void sums(int n)
{
    int part[n];
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < n; i++)
            part[i] = round + i;
#pragma omp task HOW(part) firstprivate(n, round)
        for (int i = 0; i < n; i++)
            got[round] += part[i];
    }
#pragma omp taskwait
}
int main(void)
{
#pragma omp parallel num_threads(2)
#pragma omp single
    sums(3);
    return got[0] == 3 && got[1] == 6 ? 0 : 1;
}
