// expect: SLOW — two threads are enough for four cores
#include "n_tasks.h"

void run_tasks(int n)
{
    #pragma omp parallel for default(none) shared(n) num_threads(2)
    for (int i = 0; i < n; i++)
        do_task(i);
}

void write_bills(int n, const int tickets[], int bills[])
{
    #pragma omp parallel for default(none) shared(n, tickets, bills)
    for (int i = 0; i < n; i++)
        bills[i] = tickets[i] * PRICE;
}
