// Own copies, merged one at a time; who gets which chunk does not matter.
// expect: PASS, outcomes 1, schedules 65610
#include <stdio.h>
int h[8];
int main(void)
{
#pragma omp parallel num_threads(3)
    {
        int l[8] = {0};
#pragma omp for schedule(dynamic, 4) nowait
        for (int i = 0; i < 24; i++)
            l[(i * 7) % 8]++;
#pragma omp critical
        for (int k = 0; k < 8; k++)
            h[k] += l[k];
    }
    printf("%d\n", h[3]);
    return 0;
}
