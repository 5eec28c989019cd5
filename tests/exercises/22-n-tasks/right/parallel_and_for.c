#include "n_tasks.h"

void run_tasks(int n)
{
    #pragma omp parallel default(none) shared(n)
    {
        #pragma omp for schedule(dynamic)
        for (int i = 0; i < n; i++)
            do_task(i);
    }
}

void write_bills(int n, const int tickets[], int bills[])
{
    #pragma omp parallel default(none) shared(n, tickets, bills)
    {
        #pragma omp for schedule(dynamic, 512)
        for (int i = 0; i < n; i++)
            bills[i] = tickets[i] * PRICE;
    }
}
