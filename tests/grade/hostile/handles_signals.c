// expect: FORBIDDEN, says calls signal
#include "atomic_capture.h"
#include <signal.h>
static void h(int s) { (void)s; }
int book(struct show *show) { signal(SIGSEGV, h); return show->seats; }
