// expect: CRASH, says was 
#include "atomic_capture.h"
#include <stdint.h>
/* walks backwards through memory from its own function */
int book(struct show *show) { volatile char *p = (volatile char *)(uintptr_t)&book; for (;;) { *p = *p; p += 4096; } return show->seats; }
