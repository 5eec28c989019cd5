// volatile is no synchronisation.
// expect: RACE, threads 2, by states
#include <omp.h>

static volatile int ready;
static int data;

int main(void)
{
    int seen = 0;
#pragma omp parallel num_threads(2)
    {
        if (omp_get_thread_num() == 0) {
            data = 3;
            ready = 1;
        } else {
            while (!ready)
                ;
            seen = data;
        }
    }
    return seen != 3;
}
