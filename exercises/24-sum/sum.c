#include "sum.h"

long sum(long start, const int takings[], int n)
{
    long total = start;

    // TODO: let a team add up the takings.
    for (int i = 0; i < n; i++)
        total += takings[i];

    return total;
}
