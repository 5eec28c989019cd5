// Only the end of the taskgroup combines the copies: taskwait does not.
// expect: PASS, outcomes 1
int main(void)
{
    int sum = 0, early = -1;
#pragma omp parallel num_threads(2) shared(sum, early)
#pragma omp single
#pragma omp taskgroup task_reduction(+ : sum)
    {
#pragma omp task in_reduction(+ : sum)
        sum += 1;
#pragma omp taskwait
        early = sum;
    }
    return sum == 1 && early == 0 ? 0 : 1;
}
