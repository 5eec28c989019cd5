// Whether it was the last is asked in a second step: two may think so.
// expect: CRASH, says freed already
#include <omp.h>
#include <stdlib.h>
int owners = 2, *object;
int main(void)
{
    object = malloc(sizeof *object);
#pragma omp parallel num_threads(2)
    {
        int left;
#pragma omp atomic update seq_cst
        owners--;
#pragma omp atomic read seq_cst
        left = owners;
        if (left == 0)
            free(object);
    }
    return 0;
}
