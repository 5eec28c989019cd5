// The last owner frees: its decrement must come after all that the others did
// with the object.
// expect -DORDER=acq_rel: PASS, executions 2, schedules 2, outcomes 1
// expect -DORDER=release: RACE
// expect -DORDER=relaxed: RACE
#include <omp.h>
#include <stdlib.h>
struct shared {
    int owners, used[2];
};
int main(void)
{
    struct shared *object = calloc(1, sizeof *object);
    object->owners = 2;
#pragma omp parallel num_threads(2)
    {
        int left;
        object->used[omp_get_thread_num()] = 1;
#pragma omp atomic capture ORDER
        left = --object->owners;
        if (left == 0)
            free(object);
    }
    return 0;
}
