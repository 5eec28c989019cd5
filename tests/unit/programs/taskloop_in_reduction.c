// The loop's tasks add to what a group around them combines.
// expect: PASS, outcomes 1
int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(2) shared(sum)
#pragma omp single
#pragma omp taskgroup task_reduction(+ : sum)
    {
#pragma omp taskloop in_reduction(+ : sum) num_tasks(2) nogroup
        for (int i = 1; i <= 4; i++)
            sum += i;
#pragma omp task in_reduction(+ : sum)
        sum += 100;
    }
    return sum == 110 ? 0 : 1;
}
