#include "n_tasks.h"
#include <stddef.h>
void run_tasks(int n)
{
    #pragma omp parallel for
    for (unsigned k = 0; k < (unsigned)n; ++k) do_task((int)k);
}
void write_bills(int n, const int tickets[], int bills[])
{
    const int *end = tickets + n;
    #pragma omp parallel for
    for (const int *t = tickets; t < end; t++) bills[t - tickets] = *t * PRICE;
}
