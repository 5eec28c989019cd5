// expect: PASS, outcomes 1
#include <stdio.h>
int main(void)
{
#pragma omp parallel for ordered schedule(dynamic) num_threads(2)
    for (int i = 0; i < 3; i++) {
#pragma omp ordered
        printf("%d", i);
    }
    return 0;
}
