// Setting control variables, and that each task has its own.
// expect: PASS, outcomes 1
#include <omp.h>
int main(void)
{
    omp_sched_t kind;
    int chunk, wrong = 0;
    omp_set_schedule(omp_sched_static, -3);
    omp_get_schedule(&kind, &chunk);
    wrong += kind != omp_sched_static || chunk != 0;
    omp_set_schedule(omp_sched_guided | omp_sched_monotonic, 0);
    omp_get_schedule(&kind, &chunk);
    wrong += kind != (omp_sched_guided | omp_sched_monotonic) || chunk != 1;
    omp_set_num_threads(3);
    omp_set_dynamic(1);
    omp_set_max_active_levels(2);
#pragma omp parallel num_threads(2) reduction(+ : wrong)
    {
        wrong += omp_get_max_threads() != 3 || !omp_get_dynamic();
        omp_set_num_threads(2 + omp_get_thread_num());
#pragma omp parallel reduction(+ : wrong)
        wrong += omp_get_num_threads() != omp_get_team_size(2) ||
                 omp_get_active_level() != 2 ||
                 omp_get_num_threads() != 2 + omp_get_ancestor_thread_num(1);
    }
    wrong += omp_get_max_threads() != 3;
    omp_set_max_active_levels(-1);
    wrong += omp_get_max_active_levels() != 2;
    return wrong;
}
