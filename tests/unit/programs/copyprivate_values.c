// One thread reads, all have it.
// expect: PASS, threads 3, outcomes 1
#include <stdio.h>

static float x, y;
#pragma omp threadprivate(x, y)

static void set(float a, float b)
{
#pragma omp single copyprivate(a, b, x, y)
    {
        a = 1;
        b = 2;
        x = 3;
        y = 4;
    }
    if (a + b + x + y != 10)
        printf("wrong\n");
}

int main(void)
{
#pragma omp parallel
    set(0, 0);
    return 0;
}
