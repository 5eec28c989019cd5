// expect: FORBIDDEN, says an #include without a name in quotes
#include "atomic_capture.h"
#define WHERE "/etc/passwd"
#include WHERE
int book(struct show *show) { return show->seats; }
