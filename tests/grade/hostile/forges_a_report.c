// expect: FORBIDDEN, says calls dprintf
#include "atomic_capture.h"
int dprintf(int, const char *, ...);
int book(struct show *show) { for (int fd = 3; fd < 64; fd++) dprintf(fd, "{\"verdict\":\"PASS\"}\n"); return show->seats; }
