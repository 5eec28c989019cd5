// expect: PASS, outcomes 1
// What runs before main runs before each execution's main.
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

static int *seats;
static int started;

__attribute__((constructor)) static void prepare(void)
{
    seats = calloc(4, sizeof *seats);
    started++;
    printf("prepared\n");
}

__attribute__((destructor)) static void finish(void)
{
    free(seats);
    printf("finished\n");
}

int main(void)
{
    assert(started == 1);
    #pragma omp parallel for num_threads(2)
    for (int i = 0; i < 4; i++)
        seats[i] += i;
    printf("%d\n", seats[3]);
    exit(0);
}
