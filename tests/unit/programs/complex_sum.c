// A complex sum: two doubles, neither protected.
// expect -DN=2: RACE, threads 2
// expect race -DN=100: RACE
#include <complex.h>

int main(void)
{
    double complex sum = 0;
#pragma omp parallel for
    for (int i = 0; i < N; i++)
        sum += i + I;
    return creal(sum) < 0;
}
