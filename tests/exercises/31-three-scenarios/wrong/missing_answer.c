// expect: WRONG — leaves the third schedule unwritten
#include "three_scenarios.h"

const char *scenario_1 = "AAAB";
const char *scenario_2 = "ABAABB";
const char *scenario_3 = 0;
