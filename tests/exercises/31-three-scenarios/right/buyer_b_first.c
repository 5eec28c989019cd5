/* The same three scenarios with the buyers exchanged. */
#include "three_scenarios.h"

const char *scenario_1 = "BBBA";
const char *scenario_2 = "BABBAA";
const char *scenario_3 = "BABABA";
