// Tasks of a loop take part in its reduction; the same in sections.
// expect: PASS, outcomes 1
// expect -DSCHEDULE=dynamic: PASS, outcomes 1
#ifndef SCHEDULE
#define SCHEDULE static
#endif
int main(void)
{
    int sum = 0, product = 1;
#pragma omp parallel num_threads(2)
    {
#pragma omp for schedule(SCHEDULE) reduction(task, + : sum)
        for (int i = 0; i < 3; i++) {
            sum += i;
#pragma omp task in_reduction(+ : sum)
            sum += 10;
        }
#pragma omp sections reduction(task, * : product)
        {
#pragma omp task in_reduction(* : product)
            product *= 2;
#pragma omp section
            product *= 3;
        }
    }
    return sum != 33 || product != 6;
}
