// expect: CRASH, says a NULL pointer was used
#include "atomic_capture.h"
int book(struct show *show) { int (*volatile f)(struct show *) = 0; return f(show); }
