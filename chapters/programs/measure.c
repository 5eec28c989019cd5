/* Measuring on a real machine: warm up, repeat, take the median. */
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

enum { ROUNDS = 11, TERMS = 20000000 };

static double terms(void)
{
    double sum = 0.0;
    #pragma omp parallel for default(none) reduction(+ : sum)
    for (int i = 1; i <= TERMS; i++)
        sum += 1.0 / i;
    return sum;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

//> measure
int main(void)
{
    double seconds[ROUNDS];

    double result = terms(); /* warm up: not measured */
    for (int round = 0; round < ROUNDS; round++) {
        double start = omp_get_wtime();
        result = terms();
        seconds[round] = omp_get_wtime() - start;
    }
    qsort(seconds, ROUNDS, sizeof *seconds, by_size);
    printf("sum %.6f, median %.4f s, from %.4f to %.4f\n", result,
           seconds[ROUNDS / 2], seconds[0], seconds[ROUNDS - 1]);
}
//< measure
