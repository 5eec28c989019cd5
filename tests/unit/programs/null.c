// Only one of the two orders crashes.
// expect: CRASH, outcomes 2, says a NULL pointer was used
#include <omp.h>
#include <stddef.h>
int value = 3, *pointer = &value;
int main(void)
{
    int got = 0;
#pragma omp parallel num_threads(2) shared(got)
    if (omp_get_thread_num() == 0) {
#pragma omp critical
        pointer = NULL;
    } else {
#pragma omp critical
        got = *pointer;
    }
    return got;
}
