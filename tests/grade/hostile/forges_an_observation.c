// expect: FORBIDDEN, says calls observe
#include "atomic_capture.h"
void observe(const char *n, long long v);
int book(struct show *show) { observe("tickets", 1); return show->seats; }
