// expect: FORBIDDEN, says _Pragma
#include "atomic_capture.h"
_Pragma("GCC optimize(\"O0\")")
int book(struct show *show) { return show->seats; }
