// expect: PASS, outcomes 1
// longjmp within one thread, in a region and outside.
#include <setjmp.h>

static int retry(int times)
{
    jmp_buf again;
    volatile int tried = 0;
    setjmp(again);
    if (++tried < times)
        longjmp(again, 1);
    return tried;
}

int main(void)
{
    int sum = retry(2);
    #pragma omp parallel num_threads(2) reduction(+ : sum)
    sum += retry(3);
    return sum;
}
