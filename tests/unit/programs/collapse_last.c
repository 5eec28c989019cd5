// After collapsed loops lastprivate holds the last pair.
// expect: PASS, threads 2, outcomes 1
#include <stdio.h>

int main(void)
{
    int jlast = 0, klast = 0;
#pragma omp parallel
    {
#pragma omp for collapse(2) lastprivate(jlast, klast)
        for (int k = 1; k <= 2; k++)
            for (int j = 1; j <= 3; j++) {
                jlast = j;
                klast = k;
            }
#pragma omp single
        printf("%d %d\n", klast, jlast);
    }
    return 0;
}
