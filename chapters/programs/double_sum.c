/* A sum of doubles depends on who adds first. */
#include <stdio.h>

int main(void)
{
    //> doubles
    double part[3] = {1e16, 1.0, -1e16}, sum = 0.0;
    #pragma omp parallel for num_threads(3) default(none) \
        shared(part) reduction(+ : sum)
    for (int i = 0; i < 3; i++)
        sum += part[i];
    printf("%g\n", sum);
    //< doubles
}
