// expect: PASS, outcomes 1
// Handlers run in the opposite order; quick_exit has its own.
#include <stdio.h>
#include <stdlib.h>

static void first(void) { printf("first\n"); }
static void second(void) { printf("second\n"); }

int main(void)
{
    atexit(first);
    atexit(second);
    at_quick_exit(first);
    #pragma omp parallel num_threads(2)
    #pragma omp single
    printf("region\n");
    exit(3);
}
