// expect: WRONG — thinks that the other order of two whole bookings is another scenario
#include "three_scenarios.h"

const char *scenario_1 = "AAAB";
const char *scenario_2 = "BBBA";
const char *scenario_3 = "ABABAB";
