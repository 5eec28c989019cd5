#include "n_tasks.h"

void run_tasks(int n)
{
    #pragma omp parallel for default(none) shared(n) num_threads(4)
    for (int i = 0; i < n; i++)
        do_task(i);
}

void write_bills(int n, const int tickets[], int bills[])
{
    #pragma omp parallel for default(none) shared(n, tickets, bills) \
        num_threads(4)
    for (int i = 0; i < n; i++)
        bills[i] = tickets[i] * PRICE;
}
