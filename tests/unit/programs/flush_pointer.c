// A value set through a pointer, flushed, and added up by all: the
// increments race, and no flush can help.
// expect: RACE, threads 2
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
        sum += i;
    }
    return sum < 1;
}
