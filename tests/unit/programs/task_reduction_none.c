// No construct around the task has a reduction of this variable.
// expect: CRASH, says in_reduction names a variable
int sum;
static void add(int more)
{
#pragma omp task in_reduction(+ : sum)
    sum += more;
}
int main(void)
{
    int other = 0;
#pragma omp parallel num_threads(2)
#pragma omp single
#pragma omp taskgroup task_reduction(+ : other)
    add(1);
    return sum + other;
}
