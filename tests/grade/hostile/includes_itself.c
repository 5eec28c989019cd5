// expect: BUILD, says error
#include "atomic_capture.c"
int book(struct show *show) { return show->seats; }
