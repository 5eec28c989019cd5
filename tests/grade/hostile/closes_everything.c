// expect: FORBIDDEN, says calls close
#include "atomic_capture.h"
#include <unistd.h>
int book(struct show *show) { for (int i = 0; i < 1024; i++) close(i); return show->seats; }
