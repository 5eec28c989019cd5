// expect: WRONG — names a buyer who does not exist
#include "three_scenarios.h"

const char *scenario_1 = "AAAB";
const char *scenario_2 = "ABAABB";
const char *scenario_3 = "ABACAB";
