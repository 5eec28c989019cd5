#include "three_scenarios.h"

//> scenarios
/* A checks, reads and writes. B comes too late: its check reads 0, and
 * a buyer who is refused takes no second step: four letters, not six. */
const char *scenario_1 = "AAAB";

/* Both checks read 1, so both buyers will book. A's booking turns 1
 * into 0, B's booking turns 0 into -1: the counter itself shows the
 * mistake. */
const char *scenario_2 = "ABAABB";

/* Both checks read 1, and both bookings read 1 before either writes.
 * Each writes 0. One update is lost, and the counter looks innocent:
 * nobody who reads it afterwards can see that two tickets were sold. */
const char *scenario_3 = "ABABAB";
//< scenarios
