// expect: WRONG — gives three steps to a buyer who is refused at the check
#include "three_scenarios.h"

const char *scenario_1 = "AAABBB";
const char *scenario_2 = "ABAABB";
const char *scenario_3 = "ABABAB";
