// A word goes back and forth, and the data with it.
// expect: PASS, outcomes 1
#include <omp.h>
int turn, data;
int main(void)
{
#pragma omp parallel num_threads(2)
    {
        int me = omp_get_thread_num(), now;
        for (int i = 0; i < 3; i++) {
            do {
#pragma omp atomic read acquire
                now = turn;
            } while (now % 2 != me);
            data++;
#pragma omp atomic update release
            turn++;
        }
    }
    return data;
}
