// Both loops together are the lanes, braces or not.
// expect: PASS, outcomes 1
#include <assert.h>
int main(void)
{
    int a[4][8];
#pragma omp simd collapse(2)
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 8; j++)
            if (i == j)
                a[i][j] = 1;
            else
                a[i][j] = 0;
    assert(a[3][3] == 1 && a[3][4] == 0);
    return 0;
}
