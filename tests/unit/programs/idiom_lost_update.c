// Each access is atomic, the sum is not.
// expect -DT=2: VARIES, executions 4, schedules 6, outcomes 2
// expect -DT=3: VARIES, outcomes 3, schedules 90
#include <omp.h>
int sum;
int main(void)
{
#pragma omp parallel num_threads(T)
    {
        int now;
#pragma omp atomic read seq_cst
        now = sum;
#pragma omp atomic write seq_cst
        sum = now + 1;
    }
    return sum;
}
