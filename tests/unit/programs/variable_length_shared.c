// One array of run-time length for all.
// expect -DN=3: RACE, threads 2
// expect race -DN=50: RACE
int main(int argc, char *argv[])
{
    int length = N + argc - 1, sum = 0, own[length];
    (void)argv;
#pragma omp parallel for reduction(+ : sum)
    for (int i = 0; i < length; i++) {
        for (int k = 0; k < length; k++)
            own[k] = i;
        sum += own[length - 1];
    }
    return sum < 0;
}
