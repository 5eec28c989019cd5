// A target region and a task add to one sum of their taskgroup.
// expect: PASS, outcomes 1
// expect -DFORGOTTEN: RACE, on sum
int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(2)
#pragma omp single
#pragma omp taskgroup task_reduction(+ : sum)
    {
#ifdef FORGOTTEN
#pragma omp task shared(sum)
#else
#pragma omp task in_reduction(+ : sum)
#endif
        sum += 1;
#ifdef FORGOTTEN
#pragma omp target nowait map(tofrom : sum)
#else
#pragma omp target nowait in_reduction(+ : sum)
#endif
        sum += 2;
    }
    return sum == 3 ? 0 : 1;
}
