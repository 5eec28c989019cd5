// expect: FORBIDDEN, says which may not be called here
#include "atomic_capture.h"
#include <stdio.h>
int book(struct show *show) { FILE *f = fopen("/tmp/owned", "w"); fprintf(f, "x"); fclose(f); return show->seats; }
