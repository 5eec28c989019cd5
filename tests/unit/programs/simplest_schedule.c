// expect: CRASH, preemptions 1, at random, says seats >= 0
/* Random schedules sell the seat twice in some entangled way; what is shown
 * is the one preemption that it takes. */
#include <assert.h>

int seats = 1, visitors[3];

int main(void)
{
    #pragma omp parallel for num_threads(3) schedule(static, 1)
    for (int i = 0; i < 3; i++) {
        int left;
        for (int k = 0; k < 5; k++)
            #pragma omp atomic
            visitors[k % 3]++;
        #pragma omp atomic read
        left = seats;
        if (left > 0)
            #pragma omp atomic
            seats--;
        for (int k = 0; k < 5; k++)
            #pragma omp atomic
            visitors[k % 3]++;
    }
    assert(seats >= 0);
}
