#include "n_tasks.h"

void run_tasks(int n)
{
    // TODO: let a team share out these tasks.
    for (int i = 0; i < n; i++)
        do_task(i);
}

void write_bills(int n, const int tickets[], int bills[])
{
    // TODO: and these, which are tiny, but many.
    for (int i = 0; i < n; i++)
        bills[i] = tickets[i] * PRICE;
}
