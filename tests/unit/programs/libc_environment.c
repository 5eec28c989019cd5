// expect: PASS, outcomes 1
// Set in one execution, it is not set in the next.
#define _DEFAULT_SOURCE
#include <assert.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    assert(!getenv("INTERLEAVE_SEATS"));
    setenv("INTERLEAVE_SEATS", "4", 1);
    setenv("INTERLEAVE_SEATS", "5", 0);
    #pragma omp parallel num_threads(2)
    assert(strcmp(getenv("INTERLEAVE_SEATS"), "4") == 0);
    unsetenv("INTERLEAVE_SEATS");
    assert(!getenv("INTERLEAVE_SEATS"));
    static char text[] = "INTERLEAVE_SEATS=7";
    putenv(text);
    return atoi(getenv("INTERLEAVE_SEATS")) != 7;
}
