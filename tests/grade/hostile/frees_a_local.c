// expect: CRASH, says never allocated
#include "atomic_capture.h"
#include <stdlib.h>
int book(struct show *show) { int x; free(&x); return show->seats; }
