// reduction(task, …) on worksharing constructs, alone and combined.
// expect -DHOW=1: PASS, outcomes 1
// expect -DHOW=2: PASS, outcomes 1
// expect -DHOW=3: PASS, outcomes 1
// expect -DHOW=4: PASS, outcomes 1
static void both(int *total)
{
    int sum = 0;
#if HOW == 1
#pragma omp parallel num_threads(2)
#pragma omp for reduction(task, + : sum)
    for (int i = 0; i < 2; i++)
#elif HOW == 2
#pragma omp parallel for num_threads(2) reduction(task, + : sum)      \
    schedule(dynamic)
    for (int i = 0; i < 2; i++)
#elif HOW == 3
#pragma omp parallel num_threads(2)
#pragma omp sections reduction(task, + : sum)
#else
#pragma omp parallel sections num_threads(2) reduction(task, + : sum)
#endif
    {
        sum += 1;
#pragma omp task in_reduction(+ : sum)
        sum += 10;
#if HOW > 2
#pragma omp section
        sum += 11;
#endif
    }
    *total = sum;
}
int main(void)
{
    int total;
    both(&total);
    return total == 22 ? 0 : 1;
}
