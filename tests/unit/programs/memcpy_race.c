// Races inside libc calls, by their ranges.
// expect: RACE
#include <omp.h>
#include <string.h>
char text[16], copy[16];
int main(void)
{
#pragma omp parallel num_threads(2)
    if (omp_get_thread_num() == 0)
        memset(text, 'x', 8);
    else
        memcpy(copy, text + 7, 8);
    return 0;
}
