// expect: CRASH, says may only be read
#include "atomic_capture.h"
#include <string.h>
int book(struct show *show) { memset((void *)(unsigned long)&book, 0x90, 4); return show->seats; }
