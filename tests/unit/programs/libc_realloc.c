// expect: PASS, executions 1, schedules 1, outcomes 1
// expect -DBOTH: RACE, executions 2, schedules 2, outcomes 1
/* A block that grows where it lies takes memory that another thread has freed: the
 * new part has no history. */
#include <stdio.h>
#include <stdlib.h>

static char *bytes;

static void grow(void)
{
    char *own = NULL, *grown;
    for (size_t size = 1; size < 200 && (grown = realloc(own, size)) != NULL; size *= 2) {
        own = grown;
        own[size - 1] = 1;
    }
    free(own);
}

int main(void)
{
    bytes = malloc(4);
    #pragma omp parallel num_threads(2)
    {
        grow();
#ifdef BOTH
        bytes[3] = 1;
#endif
    }
    free(bytes);
    return 0;
}
