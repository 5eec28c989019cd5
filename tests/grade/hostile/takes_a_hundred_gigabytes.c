// expect: CRASH, says a NULL pointer was used
#include "atomic_capture.h"
#include <stdlib.h>
int book(struct show *show) { char *p = malloc(100L << 30); p[0] = 1; p[99L << 30] = 2; free(p); return show->seats; }
