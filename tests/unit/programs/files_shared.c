// expect: VARIES, outcomes 2
// Two threads write into one file; each execution begins without it.
#include <stdio.h>

int main(void)
{
    FILE *out = fopen("/tmp/interleave-corpus-shared.txt", "wx");
    if (!out)
        return 1;
    #pragma omp parallel for num_threads(2)
    for (int i = 0; i < 2; i++)
        fprintf(out, "seat %d\n", i);
    return fclose(out);
}
