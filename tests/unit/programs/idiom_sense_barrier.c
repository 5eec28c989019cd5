// A barrier by hand that can be used again: each round has the other sense.
// expect -DT=2: PASS, outcomes 1
// expect -DT=3: PASS, outcomes 1
#include <omp.h>
int waiting = T, sense, cell[T];
static void barrier(int *mine)
{
    int left, now;
    *mine = !*mine;
#pragma omp atomic capture seq_cst
    left = --waiting;
    if (left == 0) {
#pragma omp atomic write relaxed
        waiting = T;
#pragma omp atomic write seq_cst
        sense = *mine;
        return;
    }
    do {
#pragma omp atomic read seq_cst
        now = sense;
    } while (now != *mine);
}
int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(T) reduction(+ : sum)
    {
        int me = omp_get_thread_num(), mine = 0;
        cell[me] = me + 1;
        barrier(&mine);
        sum += cell[(me + 1) % T];
        barrier(&mine);
        cell[me] = 0;
    }
    return sum;
}
