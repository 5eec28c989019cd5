// Pi as a sum of strips: the textbook's reduction.
// expect -DN=8: PASS, threads 3, outcomes 1
// expect race -DN=200000: PASS
#include <math.h>
#include <stdio.h>

int main(void)
{
    double pi = 0, width = 1.0 / N;
#pragma omp parallel for reduction(+ : pi)
    for (int i = 0; i < N; i++) {
        double x = (i + 0.5) * width;
        pi += width * 4 / (1 + x * x);
    }
    printf("%.2f\n", pi);
    return fabs(pi - 3.14) > 0.1;
}
