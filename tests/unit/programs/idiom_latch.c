// A latch counts down to nothing and then lets everybody who waits go on.
// expect -DORDER=acq_rel: PASS, outcomes 1
// expect -DORDER=relaxed: RACE, on part[0]
#include <omp.h>
int left = 2, part[2];
int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(3)
    {
        int me = omp_get_thread_num(), now;
        if (me < 2) {
            part[me] = me + 1;
#pragma omp atomic update ORDER
            left--;
        } else {
            do {
#pragma omp atomic read acquire
                now = left;
            } while (now > 0);
            sum = part[0] + part[1];
        }
    }
    return sum;
}
