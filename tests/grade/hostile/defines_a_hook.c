// expect: FORBIDDEN, says line 3 uses __tsan_read4
#include "atomic_capture.h"
void __tsan_read4(void *p);
void __tsan_read4(void *p) { (void)p; }
int book(struct show *show) { return show->seats; }
