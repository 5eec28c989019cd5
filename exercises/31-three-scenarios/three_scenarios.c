#include "three_scenarios.h"

/* One letter a step: 'A' lets buyer A go on, 'B' lets buyer B go on. */

/* 1 ticket, 0 seats: one buyer finishes before the other starts. */
const char *scenario_1 = ""; // TODO: write the steps

/* 2 tickets, -1 seats: both check, then both book, and every statement
 * is finished before the next one starts. */
const char *scenario_2 = ""; // TODO: write the steps

/* 2 tickets, 0 seats: the two bookings overlap. */
const char *scenario_3 = ""; // TODO: write the steps
