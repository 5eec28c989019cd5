// expect: SLOW — dynamic is always at least as fast, because nobody is idle
#include "n_tasks.h"

void run_tasks(int n)
{
    #pragma omp parallel for default(none) shared(n)
    for (int i = 0; i < n; i++)
        do_task(i);
}

void write_bills(int n, const int tickets[], int bills[])
{
    #pragma omp parallel for default(none) shared(n, tickets, bills) \
        schedule(dynamic, 1)
    for (int i = 0; i < n; i++)
        bills[i] = tickets[i] * PRICE;
}
