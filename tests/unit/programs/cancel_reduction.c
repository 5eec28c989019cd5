// A thread that gives its loop up does not add what it had to the reduction: that
// is gcc's code, and as its author sees it. omp_get_cancellation() tells.
// expect: PASS, outcomes 1
// expect: VARIES, outcomes 2, env OMP_CANCELLATION=true
#include <omp.h>
int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(2)
    {
#pragma omp for reduction(+ : sum) schedule(static, 1)
        for (int i = 0; i < 4; i++) {
#pragma omp cancellation point for
            if (i == 2) {
#pragma omp cancel for
            }
            sum += 1 << i;
        }
    }
    return omp_get_cancellation() ? sum : sum == 15 ? 0 : 1;
}
