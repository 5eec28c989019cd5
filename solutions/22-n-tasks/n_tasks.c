#include "n_tasks.h"

//> run_tasks
void run_tasks(int n)
{
    #pragma omp parallel for default(none) shared(n)
    for (int i = 0; i < n; i++)
        do_task(i);
}
//< run_tasks

//> write_bills
void write_bills(int n, const int tickets[], int bills[])
{
    /* schedule(static) cuts the loop into one chunk for each thread,
     * before it starts. That costs nothing while it runs, and the
     * threads write to parts of the array that are far apart. The
     * tasks are equally long, so nobody waits for anybody. */
    #pragma omp parallel for default(none) shared(n, tickets, bills) \
        schedule(static)
    for (int i = 0; i < n; i++)
        bills[i] = tickets[i] * PRICE;
}
//< write_bills
