/* The checks in one order and the bookings in the other; in scenario 3
 * one buyer is interrupted only once, before its write. */
#include "three_scenarios.h"

const char *scenario_1 = "AAAB";
const char *scenario_2 = "ABBBAA";
const char *scenario_3 = "AABBBA";
