// A task without in_reduction adds to the variable itself.
// expect: RACE, on sum
int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(2) shared(sum)
#pragma omp single
#pragma omp taskgroup task_reduction(+ : sum)
    {
#pragma omp task in_reduction(+ : sum)
        sum += 1;
#pragma omp task shared(sum)
        sum += 2;
#pragma omp task shared(sum)
        sum += 3;
    }
    return sum;
}
