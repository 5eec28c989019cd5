// expect: SLOW — two machines need a critical section around the coffee
#include "coffee_two_machines.h"

int serve_both(const int left[], int left_count,
               const int right[], int right_count)
{
    int left_total = 0;
    int right_total = 0;
    #pragma omp parallel sections
    {
        #pragma omp section
        for (int i = 0; i < left_count; i++) {
            #pragma omp critical
            left_total += serve(left[i]);
        }

        #pragma omp section
        for (int i = 0; i < right_count; i++) {
            #pragma omp critical
            right_total += serve(right[i]);
        }
    }
    return left_total + right_total;
}
