// expect: CRASH, says a NULL pointer was used
#include "atomic_capture.h"
#include <stddef.h>
int book(struct show *show) { (void)show; int *p = NULL; *p = 7; return 1; }
