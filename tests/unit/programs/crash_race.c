// One thread ends in a crash; the others' race comes first.
// expect: RACE, on x
#include <omp.h>
#include <stdlib.h>
int x, turn;
int main(void)
{
#pragma omp parallel num_threads(3)
    {
        int mine;
#pragma omp atomic capture seq_cst
        mine = turn++;
        if (omp_get_thread_num() == 0)
            abort();
#pragma omp critical
        x += mine;
        x++;
    }
    return x;
}
