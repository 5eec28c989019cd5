// expect: WRONG — writes the buyers in lower case
#include "three_scenarios.h"

const char *scenario_1 = "aaab";
const char *scenario_2 = "ABAABB";
const char *scenario_3 = "ABABAB";
