// A thread dies at once; what the others race on is reported all the same.
// expect: RACE, executions 1, outcomes 1, on shared
// expect -DDIES=1: RACE, executions 1, outcomes 1, on shared
// expect -DDIES=2: RACE, executions 1, outcomes 1, on shared
// expect -DORDERED: CRASH, outcomes 1, says NULL
#include <omp.h>
#include <stddef.h>

#ifndef DIES
#define DIES 0
#endif

int shared;

int main(void)
{
#pragma omp parallel num_threads(3)
    {
        if (omp_get_thread_num() == DIES)
            *(volatile int *)NULL = 1;
#ifdef ORDERED
#pragma omp critical
#endif
        shared++;
    }
    return shared;
}
