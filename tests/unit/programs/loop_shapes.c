// Bounds and steps of both families, each iteration run once.
// expect: PASS, outcomes 1
int seen[64];
static int all(int from, int to, int step)
{
    for (int i = from; i < to; i += step)
        if (seen[i]-- != 1)
            return 0;
    return 1;
}
int main(void)
{
    int ok = 1;
#pragma omp parallel for schedule(dynamic, 2) num_threads(2)
    for (int i = 0; i < 7; i += 3)
        seen[i]++;
    ok &= all(0, 7, 3);
#pragma omp parallel for schedule(guided) num_threads(2)
    for (int i = 9; i > 0; i -= 4)
        seen[i]++;
    ok &= all(1, 10, 4);
#pragma omp parallel for schedule(dynamic) num_threads(2)
    for (unsigned long long i = 3; i > 0; i--)
        seen[i]++;
    ok &= all(1, 4, 1);
#pragma omp parallel for schedule(dynamic) num_threads(2)
    for (unsigned long i = 1; i < 4; i++)
        seen[i]++;
    ok &= all(1, 4, 1);
#pragma omp parallel for schedule(dynamic) num_threads(2)
    for (int *p = seen; p < seen + 3; p++)
        ++*p;
    ok &= all(0, 3, 1);
#pragma omp parallel for schedule(dynamic) num_threads(2)
    for (int i = 5; i < 5; i++)
        ok = 0;
    return !ok;
}
