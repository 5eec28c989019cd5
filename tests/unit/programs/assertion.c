// expect: CRASH, outcomes 2, says the assertion in line 16 failed: seats >= 0
#include <assert.h>
#include <omp.h>
int seats = 1;
int main(void)
{
#pragma omp parallel num_threads(2)
    {
        int seen;
#pragma omp atomic read
        seen = seats;
        if (seen > 0)
#pragma omp atomic
            seats--;
    }
    assert(seats >= 0);
    return seats;
}
