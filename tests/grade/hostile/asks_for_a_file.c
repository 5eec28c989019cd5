// expect: FORBIDDEN, says includes passwd
#include "atomic_capture.h"
#if __has_include("/etc/passwd")
int book(struct show *show) { return show->seats; }
#endif
