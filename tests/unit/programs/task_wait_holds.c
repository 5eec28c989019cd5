// expect: PASS, executions 408, schedules 1452, outcomes 1
// expect -DUNTIED: DEADLOCK, schedules 1600, says lock
// expect -DUNTIED -DLOCK_AFTER: PASS, executions 720, schedules 3136, outcomes 1
/* A task waits for its child and holds a lock meanwhile. On its worker no other
 * task but those below it may start; where the task is untied one may, which wants
 * the lock: the lock's owner is under it and cannot go on. */
#include <omp.h>

#ifdef UNTIED
#define TASK untied
#else
#define TASK
#endif

static omp_lock_t lock;
static int child, all;

int main(void)
{
    omp_init_lock(&lock);
#pragma omp parallel num_threads(2)
#pragma omp single
    {
#pragma omp task TASK
        {
#ifndef LOCK_AFTER
            omp_set_lock(&lock);
#endif
#pragma omp task
            child = 1;
#pragma omp taskwait
#ifdef LOCK_AFTER
            omp_set_lock(&lock);
#endif
            all += child;
            omp_unset_lock(&lock);
        }
        for (int other = 0; other < 2; other++)
#pragma omp task
        {
            omp_set_lock(&lock);
            all++;
            omp_unset_lock(&lock);
        }
    }
    omp_destroy_lock(&lock);
    return all != 3;
}
