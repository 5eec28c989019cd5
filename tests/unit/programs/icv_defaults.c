// What control variables are at the start of a program.
// expect: PASS, outcomes 1
#include <omp.h>
int main(void)
{
    omp_sched_t kind;
    int chunk, wrong = 0;
    omp_get_schedule(&kind, &chunk);
    wrong += kind != omp_sched_dynamic || chunk != 1;
    wrong += omp_get_dynamic() || omp_get_max_active_levels() != 1;
    wrong += omp_get_cancellation() || omp_get_max_threads() != 4;
    wrong += omp_get_proc_bind() != omp_proc_bind_false;
    wrong += omp_get_num_places() || omp_get_place_num() != -1;
    wrong += omp_get_default_allocator() != omp_default_mem_alloc;
    wrong += omp_get_supported_active_levels() < 2;
    wrong += omp_get_max_task_priority() || omp_get_default_device();
    return wrong;
}
