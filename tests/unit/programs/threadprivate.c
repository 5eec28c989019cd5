// Each thread has its own block, which outlives the region.
// expect: PASS, outcomes 1
#include <omp.h>
int mine = 5;
#pragma omp threadprivate(mine)
int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(3)
    mine += omp_get_thread_num();
#pragma omp parallel num_threads(3) reduction(+ : sum)
    sum += mine;
    return sum == 18 ? 0 : 1;
}
