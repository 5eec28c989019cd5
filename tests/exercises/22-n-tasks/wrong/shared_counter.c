// expect: RACE — without `for`, a loop counter declared before the region is private
#include "n_tasks.h"

void run_tasks(int n)
{
    #pragma omp parallel for default(none) shared(n)
    for (int i = 0; i < n; i++)
        do_task(i);
}

void write_bills(int n, const int tickets[], int bills[])
{
    int i;
    #pragma omp parallel default(none) shared(n, tickets, bills, i)
    for (i = 0; i < n; i++)
        bills[i] = tickets[i] * PRICE;
}
