// A pointer to one thread's copy is used by all.
// expect: RACE, threads 2
static int counter;
#pragma omp threadprivate(counter)

int main(void)
{
    int *shared = &counter;
#pragma omp parallel
    (*shared)++;
    return counter < 1;
}
