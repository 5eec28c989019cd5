// expect: CRASH, says the stack overflowed
#include "atomic_capture.h"
int book(struct show *show) { volatile char a[50 << 20]; a[0] = 1; a[(50 << 20) - 1] = 2; return show->seats + a[0]; }
