// expect: VARIES, outcomes 2
// Two threads write into one file; each execution begins without it.
#include <stdio.h>

int main(void)
{
    const char *name = "/tmp/interleave-corpus-shared.txt";
    remove(name); /* the disk's, which an answer by the tool has left */
    FILE *out = fopen(name, "wx");
    if (!out)
        return 1;
    #pragma omp parallel for num_threads(2)
    for (int i = 0; i < 2; i++)
        fprintf(out, "seat %d\n", i);
    return fclose(out);
}
