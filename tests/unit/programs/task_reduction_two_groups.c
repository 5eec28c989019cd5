// The same variable in a group within a group: the inner one first.
// expect: PASS, outcomes 1
int main(void)
{
    int sum = 0, inner = 0;
#pragma omp parallel num_threads(2) shared(sum, inner)
#pragma omp single
#pragma omp taskgroup task_reduction(+ : sum)
    {
#pragma omp task in_reduction(+ : sum) shared(inner)
        {
            int before = sum;
#pragma omp taskgroup task_reduction(+ : sum)
            {
#pragma omp task in_reduction(+ : sum)
                sum += 5;
            }
            inner = sum - before;
        }
    }
    return sum == 5 && inner == 5 ? 0 : 1;
}
