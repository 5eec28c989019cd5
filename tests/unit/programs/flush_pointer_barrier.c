// The same with a barrier: nobody reads before all have written.
// expect: PASS, threads 2, outcomes 1
static void set(int *q)
{
#pragma omp critical
    *q = 1;
#pragma omp flush
}

int main(void)
{
    int i = 0, sum = 0;
#pragma omp parallel reduction(+ : sum) num_threads(2)
    {
        set(&i);
#pragma omp barrier
        sum += i;
    }
    return sum != 2;
}
