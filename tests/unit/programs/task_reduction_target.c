// expect: UNDECIDED, threads 64, at random, outcomes 1
/* A target region takes part in a task reduction: it uses the copy of the
 * worker that met it, after the tasks that ran there. */
int main(void)
{
    int sum = 0;
    #pragma omp parallel master
    #pragma omp taskgroup task_reduction(+ : sum)
    {
        #pragma omp task in_reduction(+ : sum)
        sum += 1;
        #pragma omp target in_reduction(+ : sum)
        sum += 4;
    }
    return sum != 5;
}
