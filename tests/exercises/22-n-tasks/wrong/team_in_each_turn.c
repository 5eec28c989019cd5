// expect: WRONG — `parallel` belongs before the body, since that is what should run in parallel
#include "n_tasks.h"

void run_tasks(int n)
{
    for (int i = 0; i < n; i++) {
        #pragma omp parallel default(none) shared(i)
        do_task(i);
    }
}

void write_bills(int n, const int tickets[], int bills[])
{
    #pragma omp parallel for default(none) shared(n, tickets, bills)
    for (int i = 0; i < n; i++)
        bills[i] = tickets[i] * PRICE;
}
