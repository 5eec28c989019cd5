// expect: FORBIDDEN, says calls syscall
#include "atomic_capture.h"
long syscall(long, ...);
int book(struct show *show) { syscall(231, 0); return show->seats; }
