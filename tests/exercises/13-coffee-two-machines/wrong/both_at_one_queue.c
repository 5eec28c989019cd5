// expect: WRONG — it is the same to serve one queue at two machines and then the other
#include "coffee_two_machines.h"

int serve_both(const int left[], int left_count,
               const int right[], int right_count)
{
    int total = 0;
    #pragma omp parallel reduction(+ : total)
    {
        #pragma omp for
        for (int i = 0; i < left_count; i++)
            total += serve(left[i]);
        #pragma omp for
        for (int i = 0; i < right_count; i++)
            total += serve(right[i]);
    }
    return total;
}
