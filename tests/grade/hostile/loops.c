// expect: ENDLESS, says line 3: a loop without a body
#include "atomic_capture.h"
int book(struct show *show) { for (;;) { } return show->seats; }
