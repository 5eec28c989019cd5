// Atomic updates of a double, by compare and swap underneath.
// expect: PASS, threads 2, outcomes 1
// expect race -DMANY: UNDECIDED
int main(void)
{
    double sum = 1;
#ifdef MANY
#pragma omp parallel for
    for (int i = 0; i < 1000; i++) {
#else
#pragma omp parallel num_threads(2)
    {
#endif
#pragma omp atomic
        sum *= 2;
#pragma omp atomic
        sum /= 2;
    }
    return sum != 1;
}
