// expect: FORBIDDEN, says includes zero
#include "atomic_capture.h"
#include "/dev/zero"
int book(struct show *show) { return show->seats; }
