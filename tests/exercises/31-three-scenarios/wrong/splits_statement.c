// expect: WRONG — reaches -1, but with a check between the read and the write of the other booking
#include "three_scenarios.h"

const char *scenario_1 = "AAAB";
const char *scenario_2 = "AABABB";
const char *scenario_3 = "ABABAB";
