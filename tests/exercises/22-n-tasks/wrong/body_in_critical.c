// expect: SLOW — a critical section makes the body safe and leaves it parallel
#include "n_tasks.h"

void run_tasks(int n)
{
    #pragma omp parallel for default(none) shared(n)
    for (int i = 0; i < n; i++) {
        #pragma omp critical
        do_task(i);
    }
}

void write_bills(int n, const int tickets[], int bills[])
{
    #pragma omp parallel for default(none) shared(n, tickets, bills)
    for (int i = 0; i < n; i++)
        bills[i] = tickets[i] * PRICE;
}
