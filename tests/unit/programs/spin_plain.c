// Waiting for a plain flag is a race, found though the loop has no visible step.
// expect: RACE, on ready
int ready, data;
#include <omp.h>
int main(void)
{
#pragma omp parallel num_threads(2)
    if (omp_get_thread_num() == 1) {
        ready = 1;
    } else {
        while (!ready)
            ;
        data = 1;
    }
    return data;
}
