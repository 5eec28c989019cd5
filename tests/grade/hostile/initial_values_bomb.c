// expect: BUILD, says the compiled file is too large
#include "atomic_capture.h"
int big[1 << 28] = { [(1 << 28) - 1] = 1 };
int book(struct show *show) { return show->seats + big[0]; }
