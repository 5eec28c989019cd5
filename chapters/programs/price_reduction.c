/* Ten thousand additions by four threads. */
#include <stdio.h>

enum { TERMS = 10000 };

int main(void)
{
    long sum = 0;

    //> piles
    #pragma omp parallel for num_threads(4) default(none) \
        reduction(+ : sum)
    for (int i = 0; i < TERMS; i++) {
        sum += i % 10;
    }
    //< piles
    printf("sum %ld\n", sum);
}
