// expect: PASS, outcomes 1
#include <omp.h>
int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(3) reduction(+ : sum)
    {
        int value;
#pragma omp single copyprivate(value)
        value = 7;
        sum += value;
    }
    return sum;
}
