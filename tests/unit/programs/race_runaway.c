// expect race: RACE, on last, says a schedule has more than 3000000 steps
// In the order that is tried second the loop has no end, and its accesses are steps by then.
#include <omp.h>

static int last;

int main(void)
{
    #pragma omp parallel num_threads(2)
    {
        long rounds = 0;
        last = omp_get_thread_num();
        #pragma omp barrier
        while (last == 0)
            rounds++;
    }
    return 0;
}
