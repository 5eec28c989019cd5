// expect: FORBIDDEN, says MiB is the most
#include "atomic_capture.h"
static _Thread_local char big[1 << 28];
int book(struct show *show) { return big[show->seats]; }
