// expect: WRONG — who does what in run_all need not be what share says
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
    #pragma omp parallel default(none) shared(n)
    for (int i = omp_get_thread_num(); i < n; i += omp_get_num_threads())
        do_task(i);
}
