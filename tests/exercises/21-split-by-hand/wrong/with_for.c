// expect: FORBIDDEN — the loop directive splits as well as a hand
#include "split_by_hand.h"

#include <omp.h>

struct range share(int n, int threads, int t)
{
    int each = n / threads;
    int extra = n % threads;
    int begin = t * each + (t < extra ? t : extra);
    return (struct range){begin, begin + each + (t < extra ? 1 : 0)};
}

void run_all(int n)
{
    #pragma omp parallel for default(none) shared(n)
    for (int i = 0; i < n; i++)
        do_task(i);
}
