// Two threads write into one open file; the stream's lock protects it.
// expect: PASS, threads 2
#include <stdio.h>

int main(void)
{
    FILE *out = fopen("/dev/null", "w");
    if (!out)
        return 1;
#pragma omp parallel for
    for (int i = 0; i < 2; i++)
        fprintf(out, "%d\n", i);
    fclose(out);
    return 0;
}
