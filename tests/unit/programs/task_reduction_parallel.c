// reduction(task, …) on a region: its implicit tasks take part too.
// expect: PASS, outcomes 1
int main(void)
{
    int sum = 0;
    long product = 1;
#pragma omp parallel num_threads(2) reduction(task, + : sum)          \
    reduction(task, * : product)
    {
        sum += 1;
#pragma omp task in_reduction(+ : sum)
        sum += 10;
#pragma omp task in_reduction(* : product)
        product *= 3;
        sum += 1;
    }
    return sum == 24 && product == 9 ? 0 : 1;
}
