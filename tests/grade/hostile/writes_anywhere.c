// expect: CRASH, says belongs to nothing
#include "atomic_capture.h"
int book(struct show *show) { (void)show; int *p = (int *)0xdeadbeefdeadbeef; *p = 7; return 1; }
