#include "skewed_tasks.h"

//> run_skewed
void run_skewed(int n)
{
    /* Whoever is free takes the next task, so a thread with a long task
     * simply takes fewer. At the end the threads wait for each other at
     * most as long as one task takes. A chunk of 1 costs one trip for
     * each task: a tenth of a unit, where a task takes 20 and more. */
    #pragma omp parallel for default(none) shared(n) \
        schedule(dynamic, 1)
    for (int i = 0; i < n; i++)
        do_task(i);
}
//< run_skewed
