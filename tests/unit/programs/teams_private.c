// What a team declares is its own, though every team runs the same code.
// expect: PASS, outcomes 1
#include <assert.h>
int main(void)
{
    int result[2] = {0}, scratch[2] = {5, 6};
#pragma omp target teams num_teams(2) firstprivate(scratch)             \
    map(tofrom : result)
    {
        int own[2] = {1, 2}, *p = own;
        scratch[0] += p[1];
#pragma omp distribute
        for (int i = 0; i < 2; i++)
            result[i] = scratch[0] + own[0];
    }
    assert(result[0] == 8 && result[1] == 8 && scratch[0] == 5);
    return 0;
}
