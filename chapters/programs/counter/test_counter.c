#include <stdio.h>

#include "counter.h"

//> test
int main(void)
{
    #pragma omp parallel num_threads(2)
    come_in();
    printf("%d visitors\n", visitors());
    return visitors() == 2 ? 0 : 1;
}
//< test
