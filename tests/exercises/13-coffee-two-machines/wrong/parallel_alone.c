// expect: RACE — `parallel` alone gives each thread a part of the block
#include "coffee_two_machines.h"

int serve_both(const int left[], int left_count,
               const int right[], int right_count)
{
    int left_total = 0;
    int right_total = 0;
    #pragma omp parallel
    {
        for (int i = 0; i < left_count; i++)
            left_total += serve(left[i]);
        for (int i = 0; i < right_count; i++)
            right_total += serve(right[i]);
    }
    return left_total + right_total;
}
