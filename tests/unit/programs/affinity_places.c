// Places, and where threads are bound.
// expect -DSPREAD: PASS, env OMP_PROC_BIND=spread
// expect -DCLOSE: PASS, env OMP_PLACES={0};{1:2};{3}
#include <omp.h>
int main(void)
{
    int wrong = 0, ids[8] = {0};
#ifdef SPREAD
    wrong += omp_get_num_places() != 4 || omp_get_proc_bind() != omp_proc_bind_spread;
#pragma omp parallel num_threads(2) reduction(+ : wrong)
    wrong += omp_get_place_num() != 2 * omp_get_thread_num() ||
             omp_get_partition_num_places() != 2;
#else
    wrong += omp_get_num_places() != 3 || omp_get_proc_bind() != omp_proc_bind_true;
    wrong += omp_get_place_num_procs(1) != 2;
    omp_get_place_proc_ids(1, ids);
    wrong += ids[0] != 1 || ids[1] != 2;
#pragma omp parallel num_threads(3) reduction(+ : wrong)
    wrong += omp_get_place_num() != omp_get_thread_num();
#endif
    return wrong;
}
