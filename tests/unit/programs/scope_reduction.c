// scope: a block with a reduction and a barrier at its end.
// expect: PASS, threads 3, outcomes 1
#include <omp.h>

int main(void)
{
    int sum = 0, wrong = 0;
#pragma omp parallel reduction(+ : wrong)
    {
#pragma omp scope reduction(+ : sum)
        sum += omp_get_thread_num();
        wrong += sum != 3;
    }
    return wrong;
}
