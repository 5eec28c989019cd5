// expect: CRASH, says the stack overflowed
#include "atomic_capture.h"
int book(struct show *show) { int n = 1 << 29; char a[n]; a[n - 1] = 2; return show->seats > a[n - 1]; }
