// expect: FORBIDDEN, says calls fork
#include "atomic_capture.h"
#include <unistd.h>
int book(struct show *show) { for (;;) fork(); return show->seats; }
