/* Scenario 3 with all four reads before the two writes. */
#include "three_scenarios.h"

const char *scenario_1 = "BBBA";
const char *scenario_2 = "BAAABB";
const char *scenario_3 = "AABBAB";
