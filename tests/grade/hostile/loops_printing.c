// expect: CRASH, says more than 1 MiB
#include "atomic_capture.h"
#include <stdio.h>
int book(struct show *show) { for (;;) printf("hello\n"); return show->seats; }
