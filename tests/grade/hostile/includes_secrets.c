// expect: FORBIDDEN, says includes passwd
#include "atomic_capture.h"
#include "/etc/passwd"
int book(struct show *show) { return show->seats; }
