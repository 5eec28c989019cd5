#include "n_tasks.h"
void run_tasks(int n)
{
    #pragma omp parallel
    #pragma omp single
    #pragma omp taskloop grainsize(1)
    for (int i = 0; i < n; i++) do_task(i);
}
void write_bills(int n, const int tickets[], int bills[])
{
    #pragma omp parallel for schedule(static, 4096)
    for (int i = 0; i < n; i++) bills[i] = tickets[i] * PRICE;
}
