// expect: RACE, on the hidden state of drand48
#define _XOPEN_SOURCE 700
#include <stdlib.h>

int main(void)
{
    double sum = 0;
    #pragma omp parallel num_threads(2) reduction(+ : sum)
    sum += drand48();
    return sum > 3;
}
