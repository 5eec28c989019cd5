/* Ten thousand additions by four threads. */
#include <stdio.h>

enum { TERMS = 10000 };

int main(void)
{
    long sum = 0;

    //> atomic-each
    #pragma omp parallel for num_threads(4) default(none) shared(sum)
    for (int i = 0; i < TERMS; i++) {
        #pragma omp atomic
        sum += i % 10;
    }
    //< atomic-each
    printf("sum %ld\n", sum);
}
