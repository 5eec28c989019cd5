// Two tasks that wait for a third on two threads hang.
// expect: ENDLESS
#include <omp.h>
int flag;
static void wait(void)
{
    int seen = 0;
    while (!seen) {
#pragma omp atomic read acquire
        seen = flag;
    }
}
int main(void)
{
#pragma omp parallel num_threads(2)
#pragma omp single
    {
#pragma omp task
        wait();
#pragma omp task
        wait();
#pragma omp task
#pragma omp atomic write release
        flag = 1;
    }
    return 0;
}
