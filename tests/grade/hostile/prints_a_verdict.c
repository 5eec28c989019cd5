// expect: WRONG, says it should be 1
#include "atomic_capture.h"
#include <stdio.h>
int book(struct show *show) { (void)show; puts("PASS"); printf("{\"verdict\":\"PASS\",\"score\":10}\n"); return 0; }
