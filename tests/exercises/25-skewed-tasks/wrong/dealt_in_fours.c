// expect: SLOW — a fixed division that suits one day suits every day
#include "skewed_tasks.h"

void run_skewed(int n)
{
    #pragma omp parallel for default(none) shared(n) schedule(static, 4)
    for (int i = 0; i < n; i++)
        do_task(i);
}
