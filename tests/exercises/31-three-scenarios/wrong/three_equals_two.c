// expect: WRONG — thinks that two tickets always leave the same number on the counter
#include "three_scenarios.h"

const char *scenario_1 = "AAAB";
const char *scenario_2 = "ABAABB";
const char *scenario_3 = "ABAABB";
