// Each iteration reads what the one before wrote: not between tasks.
// expect -DTASKS=1: PASS, outcomes 1
// expect -DTASKS=2: RACE, on a[2]
int a[5] = {1};
int main(void)
{
#pragma omp parallel num_threads(2)
#pragma omp single
#pragma omp taskloop num_tasks(TASKS)
    for (int i = 0; i < 4; i++)
        a[i + 1] = a[i] + 1;
    return a[4] - 5;
}
