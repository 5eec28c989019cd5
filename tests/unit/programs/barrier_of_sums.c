// Each round: add, barrier, read, barrier, reset by one.
// expect: PASS, threads 2, outcomes 1
static int sum;

int main(void)
{
    int wrong = 0;
#pragma omp parallel reduction(+ : wrong) num_threads(2)
    for (int round = 0; round < 2; round++) {
#pragma omp atomic
        sum += 1;
#pragma omp barrier
        wrong += sum != 2;
#pragma omp barrier
#pragma omp single
        sum = 0;
    }
    return wrong;
}
