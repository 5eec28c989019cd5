#include "coffee_two_machines.h"

int serve_both(const int left[], int left_count,
               const int right[], int right_count)
{
    const int *queue[2] = {left, right};
    int count[2] = {left_count, right_count};
    int total[2] = {0, 0};
    #pragma omp parallel for schedule(static, 1)
    for (int q = 0; q < 2; q++)
        for (int i = 0; i < count[q]; i++)
            total[q] += serve(queue[q][i]);
    return total[0] + total[1];
}
