// master has no barrier at its end: the others may read too early.
// expect: RACE, on init, threads 2
int main(void)
{
    int init = 0, local, sum = 0;
#pragma omp parallel shared(init) private(local) reduction(+ : sum)
    {
#pragma omp master
        init = 10;
        local = init;
        sum += local;
    }
    return sum < 0;
}
