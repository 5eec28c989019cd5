// expect: PASS, outcomes 1
/* A program of somebody's own may ask the processor what it is. */
#include <cpuid.h>

int sum;

int main(void)
{
    unsigned a, b, c, d;
    if (!__get_cpuid(0, &a, &b, &c, &d))
        return 1;
    #pragma omp parallel num_threads(2) reduction(+ : sum)
    sum += (int)(a > 0);
    return sum != 2;
}
