// The other thread is over before this one looks: still a race.
// expect: RACE, on x
#include <omp.h>
int x;
int main(void)
{
    int y = 0;
#pragma omp parallel num_threads(2) shared(y)
    {
        if (omp_get_thread_num() == 1)
            x = 1;
        else
            y = x;
    }
    return y;
}
