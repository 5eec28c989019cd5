// A type too wide for an atomic instruction is reduced under a lock.
// expect -DN=4: PASS, threads 2, outcomes 1
// expect race -DN=100: PASS
int main(void)
{
    long double sum = 0;
#pragma omp parallel for reduction(+ : sum)
    for (int i = 0; i < N; i++)
        sum += i;
    return sum != (long double)N * (N - 1) / 2;
}
