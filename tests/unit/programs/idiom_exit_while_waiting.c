// A thread that waits for ever does no harm when another ends the program.
// expect: PASS, outcomes 1
#include <omp.h>
#include <stdlib.h>
int never;
int main(void)
{
#pragma omp parallel num_threads(2)
    {
        int now;
        if (omp_get_thread_num() == 0)
            exit(0);
        do {
#pragma omp atomic read
            now = never;
        } while (!now);
    }
}
