// expect: WRONG — a team always has two threads when there are two things to do
#include "coffee_two_machines.h"

#include <omp.h>

int serve_both(const int left[], int left_count,
               const int right[], int right_count)
{
    int total[2] = {0, 0};
    #pragma omp parallel
    {
        int me = omp_get_thread_num();
        if (me == 0)
            for (int i = 0; i < left_count; i++)
                total[0] += serve(left[i]);
        if (me == 1)
            for (int i = 0; i < right_count; i++)
                total[1] += serve(right[i]);
    }
    return total[0] + total[1];
}
