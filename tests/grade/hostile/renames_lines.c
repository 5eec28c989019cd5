// expect: FORBIDDEN, says a #line
#include "atomic_capture.h"
#line 1000 "elsewhere.c"
int book(struct show *show) { if (show->seats > 0) { show->seats--; return 1; } return 0; }
