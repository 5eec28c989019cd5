// expect: FORBIDDEN, says __attribute__
#include "atomic_capture.h"
__attribute__((constructor)) static void before(void) { }
int book(struct show *show) { return show->seats; }
