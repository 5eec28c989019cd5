// Each worker adds to a copy of its own; the group combines them.
// expect: PASS, outcomes 1
// expect -DBESIDE: RACE, on tasks
int tasks;
int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(2) shared(sum)
#pragma omp single
#pragma omp taskgroup task_reduction(+ : sum)
    for (int i = 1; i <= 3; i++) {
#pragma omp task in_reduction(+ : sum)
        {
            sum += i;
#ifdef BESIDE
            tasks++;
#endif
        }
    }
    return sum == 6 ? 0 : 1;
}
