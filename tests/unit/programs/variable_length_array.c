// A private array of run-time length: one for each thread.
// expect -DN=5: PASS, threads 3, outcomes 1
// expect race -DN=50: PASS
int main(int argc, char *argv[])
{
    int length = N + argc - 1, sum = 0;
    (void)argv;
#pragma omp parallel for reduction(+ : sum)
    for (int i = 0; i < length; i++) {
        int own[length];
        for (int k = 0; k < length; k++)
            own[k] = i;
        sum += own[length - 1];
    }
    return sum != N * (N - 1) / 2;
}
