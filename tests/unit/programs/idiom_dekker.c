// Dekker's lock: the first of all; whose turn it is not takes back its wish.
// expect: PASS, outcomes 1, by states
#include <omp.h>
int wants[2], turn, sum;
static int wish(int thread)
{
    int value;
#pragma omp atomic read seq_cst
    value = wants[thread];
    return value;
}
static void set_wish(int thread, int value)
{
#pragma omp atomic write seq_cst
    wants[thread] = value;
}
static int whose_turn(void)
{
    int value;
#pragma omp atomic read seq_cst
    value = turn;
    return value;
}
int main(void)
{
#pragma omp parallel num_threads(2)
    {
        int me = omp_get_thread_num();
        set_wish(me, 1);
        while (wish(1 - me))
            if (whose_turn() != me) {
                set_wish(me, 0);
                while (whose_turn() != me)
                    ;
                set_wish(me, 1);
            }
        sum++;
#pragma omp atomic write seq_cst
        turn = 1 - me;
        set_wish(me, 0);
    }
    return sum;
}
