// expect: FORBIDDEN, says __attribute__
#include "atomic_capture.h"
extern int evil(void) __attribute__((ifunc("pick")));
static int one(void) { return 1; }
static int (*pick(void))(void) { return one; }
int book(struct show *show) { return show->seats + evil(); }
