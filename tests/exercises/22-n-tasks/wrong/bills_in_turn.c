// expect: FALSE_SHARING — neighbouring bills can go to different threads for free
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
        schedule(static, 1)
    for (int i = 0; i < n; i++)
        bills[i] = tickets[i] * PRICE;
}
