// The task uses a variable of a function that has returned by then.
// expect: RACE, on local
// expect -DWAIT: PASS, outcomes 1
static void start(int value)
{
    int local = value;
#pragma omp task shared(local)
    local = local + 1;
#ifdef WAIT
#pragma omp taskwait
#endif
}
int main(void)
{
#pragma omp parallel num_threads(2)
#pragma omp single
    {
        start(1);
        start(2);
    }
    return 0;
}
