// expect: PASS, outcomes 1
#include <assert.h>
#include <omp.h>
int main(void)
{
    omp_lock_t lock;
    int x = 0;
    omp_init_lock(&lock);
#pragma omp target teams distribute parallel for num_teams(2)           \
    num_threads(1) map(tofrom : x)
    for (int i = 0; i < 4; i++) {
        omp_set_lock(&lock);
        x += i;
        omp_unset_lock(&lock);
    }
    omp_destroy_lock(&lock);
    assert(x == 6);
    return 0;
}
