// expect: CRASH, says freed already
#include "atomic_capture.h"
#include <stdlib.h>
int book(struct show *show) { char *p = malloc(10); free(p); free(p); return show->seats; }
