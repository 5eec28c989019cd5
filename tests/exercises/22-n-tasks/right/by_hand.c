#include "n_tasks.h"

#include <omp.h>

void run_tasks(int n)
{
    #pragma omp parallel default(none) shared(n)
    for (int i = omp_get_thread_num(); i < n; i += omp_get_num_threads())
        do_task(i);
}

void write_bills(int n, const int tickets[], int bills[])
{
    #pragma omp parallel default(none) shared(n, tickets, bills)
    {
        int team = omp_get_num_threads();
        int me = omp_get_thread_num();
        for (int i = me * n / team; i < (me + 1) * n / team; i++)
            bills[i] = tickets[i] * PRICE;
    }
}
