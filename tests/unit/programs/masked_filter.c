// masked chooses the thread; two that are different race.
// expect -DWHO=0: PASS, threads 2, outcomes 1
// expect -DWHO=1: RACE, on x, threads 2
int main(void)
{
    int x = 0;
#pragma omp parallel
    {
#pragma omp masked
        x += 1;
#pragma omp masked filter(WHO)
        x += 2;
    }
    return x < 1;
}
