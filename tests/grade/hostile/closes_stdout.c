// expect: FORBIDDEN, says calls fclose
#include "atomic_capture.h"
#include <stdio.h>
int book(struct show *show) { fclose(stdout); fclose(stderr); return show->seats; }
