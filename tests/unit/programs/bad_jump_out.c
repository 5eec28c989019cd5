// expect: CRASH, says longjmp out of a parallel region
#include <setjmp.h>

static jmp_buf outside;

int main(void)
{
    if (setjmp(outside))
        return 1;
    #pragma omp parallel num_threads(2)
    {
        #pragma omp master
        longjmp(outside, 1);
    }
    return 0;
}
