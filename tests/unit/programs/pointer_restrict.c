// Two blocks, and restrict promises what is true.
// expect -DN=6: PASS, executions 1, outcomes 1
// expect race -DN=1000: PASS
#include <stdlib.h>

static void fill(int length, double *restrict out,
                 const double *restrict in)
{
#pragma omp parallel for
    for (int i = 0; i < length; i++)
        out[i] = in[i] + 1;
}

int main(void)
{
    double *a = calloc(N, sizeof *a), *b = calloc(N, sizeof *b);
    if (!a || !b)
        return 1;
    fill(N, a, b);
    int wrong = a[N - 1] != 1;
    free(a);
    free(b);
    return wrong;
}
