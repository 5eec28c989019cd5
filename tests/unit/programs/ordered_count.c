// In the ordered construct one iteration follows the other.
// expect -DN=4: PASS, outcomes 1
// expect race -DN=100: PASS
#include <stdio.h>

int main(void)
{
    int x = 0;
#pragma omp parallel for ordered
    for (int i = 0; i < N; i++) {
#pragma omp ordered
        x++;
    }
    printf("x = %d\n", x);
    return 0;
}
