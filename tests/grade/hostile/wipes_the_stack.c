// expect: CRASH, says the stack overflowed
#include "atomic_capture.h"
#include <string.h>
int book(struct show *show) { memset(show, 0, 1 << 20); return 1; }
