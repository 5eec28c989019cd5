// expect: FORBIDDEN, says MiB is the most
#include "atomic_capture.h"
static char big[1L << 36];
int book(struct show *show) { big[5] = 1; return show->seats + big[0]; }
