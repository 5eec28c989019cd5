#include "sum.h"

#include <omp.h>

struct padded {
    long value;
    char rest_of_the_line[64 - sizeof(long)];
};

long sum(long start, const int takings[], int n)
{
    struct padded partial[64] = {{0, {0}}};
    #pragma omp parallel default(none) shared(n, takings, partial)
    {
        int me = omp_get_thread_num();
        #pragma omp for
        for (int i = 0; i < n; i++)
            partial[me].value += takings[i];
    }
    for (int t = 0; t < 64; t++)
        start += partial[t].value;
    return start;
}
