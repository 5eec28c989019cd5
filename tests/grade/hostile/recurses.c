// expect: CRASH, says the stack overflowed
#include "atomic_capture.h"
int book(struct show *show) { return book(show) + 1; }
