// expect: ENDLESS, says line 3: still running
#include "atomic_capture.h"
int book(struct show *show) { volatile unsigned long x = 1; while (x) { x += 2; } return show->seats; }
