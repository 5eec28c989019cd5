// An OpenMP lock, too, belongs to a contention group.
// expect -DTEAMS=1: PASS, outcomes 1
// expect -DTEAMS=2: RACE, on x
#include <omp.h>
int main(void)
{
    omp_lock_t lock;
    int x = 0;
    omp_init_lock(&lock);
#pragma omp target teams distribute parallel for num_teams(TEAMS)       \
    num_threads(2 / TEAMS) map(tofrom : x)
    for (int i = 0; i < 4; i++) {
        omp_set_lock(&lock);
        x += i;
        omp_unset_lock(&lock);
    }
    omp_destroy_lock(&lock);
    return x != 6;
}
