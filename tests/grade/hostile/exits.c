// expect: FORBIDDEN, says line 4 calls exit
#include "atomic_capture.h"
#include <stdlib.h>
int book(struct show *show) { exit(0); return show->seats; }
