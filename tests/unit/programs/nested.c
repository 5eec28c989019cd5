// expect: PASS, outcomes 1
#include <omp.h>
int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(2)
    {
#pragma omp parallel num_threads(2)
#pragma omp atomic
        sum += omp_get_level() * 10 + omp_get_team_size(1);
    }
    return sum;
}
