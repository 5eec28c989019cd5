// expect: WRONG — alternates single steps where whole statements should alternate
#include "three_scenarios.h"

const char *scenario_1 = "AAAB";
const char *scenario_2 = "ABABAB";
const char *scenario_3 = "ABABAB";
