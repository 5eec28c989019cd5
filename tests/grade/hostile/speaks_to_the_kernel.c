// expect: FORBIDDEN, says __asm__
#include "atomic_capture.h"
int book(struct show *show) { __asm__ volatile("syscall" :: "a"(231), "D"(0) : "rcx", "r11", "memory"); return show->seats; }
