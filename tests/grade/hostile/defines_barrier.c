// expect: FORBIDDEN, says line 3 uses GOMP_barrier
#include "atomic_capture.h"
void GOMP_barrier(void);
void GOMP_barrier(void) { }
int book(struct show *show) { return show->seats; }
