// expect: PASS, outcomes 1
/* Only standard output tells outcomes apart. */
#include <stdio.h>

int main(void)
{
    #pragma omp parallel num_threads(2)
    #pragma omp critical
    fprintf(stderr, "somebody was here\n");
    printf("done\n");
}
