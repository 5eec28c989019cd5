// expect: LEAK, outcomes 1, says is still held at the end
#include <omp.h>
omp_lock_t lock;
int main(void)
{
    omp_init_lock(&lock);
#pragma omp parallel num_threads(2)
    if (omp_get_thread_num() == 1)
        omp_set_lock(&lock);
    return 0;
}
