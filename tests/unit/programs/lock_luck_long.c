// Luck again: only a thread that overtakes three others shows it.
// expect: RACE, on x, threads 2
#include <omp.h>

int main(void)
{
    int x = 0, turns = 0;
#pragma omp parallel num_threads(2)
    {
        if (omp_get_thread_num() == 0)
            x = 1;
        for (int i = 0; i < 4; i++) {
#pragma omp critical
            turns++;
        }
        if (omp_get_thread_num() == 1)
            x = 2;
    }
    return x + turns < 9;
}
