// expect: PASS, outcomes 1
int main(void)
{
    int sum = 5;
#pragma omp parallel num_threads(2)
#pragma omp scope reduction(task, + : sum)
    {
        sum += 1;
#pragma omp task in_reduction(+ : sum)
        sum += 10;
    }
    return sum == 27 ? 0 : 1;
}
