// expect: CRASH, says the stack overflowed
#include "atomic_capture.h"
int book(struct show *show) { volatile char room[100000]; room[0] = 1; return book(show) + room[0]; }
