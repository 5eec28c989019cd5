// expect: BUILD, says the compiler ran out of memory
#include "atomic_capture.h"
#include "/dev/zero"
int book(struct show *show) { return show->seats; }
