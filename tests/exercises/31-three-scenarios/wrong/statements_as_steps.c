// expect: WRONG — counts the booking as one step although it reads and writes
#include "three_scenarios.h"

const char *scenario_1 = "AAB";
const char *scenario_2 = "ABAB";
const char *scenario_3 = "ABAB";
