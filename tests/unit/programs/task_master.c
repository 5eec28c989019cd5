// master has no barrier at its end: what follows does not wait.
// expect: RACE, on x
// expect -DBARRIER: PASS, outcomes 1
int main(void)
{
    int x = 0, sum = 0;
#pragma omp parallel num_threads(2) shared(x) reduction(+ : sum)
    {
#pragma omp master
        {
#pragma omp task shared(x)
            x = 3;
        }
#ifdef BARRIER
#pragma omp barrier
#endif
        sum += x;
    }
    return sum == 6 ? 0 : 1;
}
