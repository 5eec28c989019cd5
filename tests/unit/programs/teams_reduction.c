// expect: PASS, outcomes 1, threads 2
#include <assert.h>
int main(void)
{
    int sum = 0, most = 0;
#pragma omp target teams num_teams(2) reduction(+ : sum)
    sum += 1;
#pragma omp target teams distribute parallel for num_teams(2)           \
    reduction(max : most)
    for (int i = 0; i < 4; i++)
        most = most > i ? most : i;
    assert(sum == 2 && most == 3);
    return 0;
}
