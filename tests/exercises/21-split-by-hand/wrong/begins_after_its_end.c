// expect: WRONG — an empty share may begin after its end
#include "split_by_hand.h"
#include <omp.h>
struct range share(int n, int threads, int t)
{
    int c = (n + threads - 1) / threads;
    return (struct range){t * c, t * c + c < n ? t * c + c : n};
}
void run_all(int n)
{
    #pragma omp parallel
    {
        struct range r = share(n, omp_get_num_threads(), omp_get_thread_num());
        for (int i = r.begin; i < r.end; i++) do_task(i);
    }
}
