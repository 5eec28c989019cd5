// An error is told and the program ended while a critical section and a lock of
// another thread are held: no lock is forgotten here.
// expect: VARIES, outcomes 2
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
omp_lock_t lock;
int main(void)
{
    int found = 0;
    omp_init_lock(&lock);
#pragma omp parallel num_threads(2)
    {
        int mine;
#pragma omp atomic capture
        mine = found++;
        omp_set_lock(&lock);
        if (mine == 1) {
#pragma omp critical
            {
                printf("no room for thread %d\n", omp_get_thread_num());
                exit(1);
            }
        }
        omp_unset_lock(&lock);
    }
}
