// expect: PASS, outcomes 1
#include <assert.h>
#include <omp.h>
int main(void)
{
    int size[2] = {0};
#pragma omp target teams num_teams(2) thread_limit(1) map(tofrom : size)
    {
        int threads = 0;
#pragma omp parallel num_threads(4) reduction(+ : threads)
        threads += omp_get_thread_limit();
        size[omp_get_team_num()] = threads;
    }
    assert(size[0] == 1 && size[1] == 1);
    assert(omp_get_thread_limit() > 1);
    return 0;
}
