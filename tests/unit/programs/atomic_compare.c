// atomic compare is one step, as is an update of a double.
// expect: PASS, outcomes 1, executions 180, schedules 180
#include <stdio.h>
int main(void)
{
    int m = 0;
#pragma omp parallel for num_threads(3)
    for (int i = 0; i < 6; i++) {
        int v = (i * 5) % 7;
#pragma omp atomic compare
        if (m < v) {
            m = v;
        }
    }
    double d = 0;
#pragma omp parallel num_threads(2)
    {
#pragma omp atomic
        d += 0.5;
    }
    printf("%d %g\n", m, d);
    return 0;
}
