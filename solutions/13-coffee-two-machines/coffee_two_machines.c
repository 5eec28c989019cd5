#include "coffee_two_machines.h"

//> serve_both
int serve_both(const int left[], int left_count,
               const int right[], int right_count)
{
    /* A total for each machine: neither ever touches the other's. */
    int left_total = 0;
    int right_total = 0;

    #pragma omp parallel sections
    {
        /* Each loop declares its own i. One i for both, declared
         * above, would be shared by the two machines. */
        #pragma omp section
        for (int i = 0; i < left_count; i++)
            left_total += serve(left[i]);

        #pragma omp section
        for (int i = 0; i < right_count; i++)
            right_total += serve(right[i]);
    }

    /* The team has joined: both totals are final, and safe to read. */
    return left_total + right_total;
}
//< serve_both
