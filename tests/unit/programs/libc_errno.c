// expect: PASS, outcomes 1
// Each thread has an errno of its own.
#include <assert.h>
#include <errno.h>
#include <stdlib.h>

int main(void)
{
    int failed = 0;
    errno = EDOM;
    #pragma omp parallel num_threads(2) reduction(+ : failed)
    {
        errno = 0;
        #pragma omp critical
        strtol("99999999999999999999", NULL, 10);
        #pragma omp critical
        failed += errno == ERANGE;
        errno = 0;
    }
    assert(failed == 2);
    return 0;
}
