// expect: FORBIDDEN, says __attribute__
#include "atomic_capture.h"
#define CAT(a,b) a##b
#define Q CAT(__attri,bute__)
Q((no_sanitize_thread)) int book(struct show *show) { if (show->seats > 0) { show->seats--; return 1; } return 0; }
