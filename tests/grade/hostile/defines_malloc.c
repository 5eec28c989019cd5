// expect: FORBIDDEN, says the file defines malloc
#include "atomic_capture.h"
#include <stdlib.h>
void *malloc(size_t n) { (void)n; return 0; }
int book(struct show *show) { return show->seats; }
