// Only siblings exclude each other: these have different parents.
// expect: RACE, on x
int x;
static void parent(void)
{
#pragma omp task depend(mutexinoutset : x)
    x++;
#pragma omp taskwait
}
int main(void)
{
#pragma omp parallel num_threads(2)
#pragma omp single
    {
#pragma omp task
        parent();
#pragma omp task
        parent();
    }
    return x;
}
