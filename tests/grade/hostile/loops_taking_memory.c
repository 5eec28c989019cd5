// expect: WRONG, says the counter ends at 1
#include "atomic_capture.h"
#include <stdlib.h>
int book(struct show *show)
{
    for (;;) { char *p = malloc(1000); if (!p) break; p[0] = 1; }
    return show->seats;
}
