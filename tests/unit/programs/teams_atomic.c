// expect: PASS, outcomes 1
#include <assert.h>
int main(void)
{
    int x = 0;
#pragma omp target teams distribute num_teams(2) map(tofrom : x)
    for (int i = 0; i < 4; i++)
#pragma omp atomic
        x += i;
    assert(x == 6);
    return 0;
}
