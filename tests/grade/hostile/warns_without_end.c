// expect: WRONG, says more lines)
#include "atomic_capture.h"
#define A0 { int unused; }
#define A1 A0 A0 A0 A0 A0 A0 A0 A0 A0 A0
#define A2 A1 A1 A1 A1 A1 A1 A1 A1 A1 A1
#define A3 A2 A2 A2 A2 A2 A2 A2 A2 A2 A2
int book(struct show *show) { A3 A3 return show->seats > 0; }
