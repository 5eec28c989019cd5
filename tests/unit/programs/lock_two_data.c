// One lock for two sums: more than is needed, but right.
// expect: PASS, threads 2, outcomes 1
#include <omp.h>
#include <stdio.h>

int main(void)
{
    omp_lock_t lock;
    int x = 0, y = 0;
    omp_init_lock(&lock);
#pragma omp parallel for
    for (int i = 0; i < 4; i++) {
        omp_set_lock(&lock);
        if (i % 2)
            x += i;
        else
            y += i;
        omp_unset_lock(&lock);
    }
    omp_destroy_lock(&lock);
    printf("%d %d\n", x, y);
    return 0;
}
