// Peterson's lock with its first two lines exchanged: both may enter.
// expect: RACE, on sum, by states
#include <omp.h>
int wants[2], turn, sum;
int main(void)
{
#pragma omp parallel num_threads(2)
    {
        int me = omp_get_thread_num(), other = 1, last = me;
#pragma omp atomic write seq_cst
        turn = me;
#pragma omp atomic write seq_cst
        wants[me] = 1;
        while (other && last == me) {
#pragma omp atomic read seq_cst
            other = wants[1 - me];
#pragma omp atomic read seq_cst
            last = turn;
        }
        sum += 1;
#pragma omp atomic write seq_cst
        wants[me] = 0;
    }
    return sum;
}
