// expect: ENDLESS, says line 3: this loop never ends
#include "atomic_capture.h"
int book(struct show *show) { volatile int x = 1; while (x) { } return show->seats; }
