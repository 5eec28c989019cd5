// expect: BUILD — default(none) means that nothing needs to be said
#include "n_tasks.h"

void run_tasks(int n)
{
    #pragma omp parallel for default(none) shared(n)
    for (int i = 0; i < n; i++)
        do_task(i);
}

void write_bills(int n, const int tickets[], int bills[])
{
    #pragma omp parallel for default(none)
    for (int i = 0; i < n; i++)
        bills[i] = tickets[i] * PRICE;
}
