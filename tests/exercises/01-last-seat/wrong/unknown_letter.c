// expect: WRONG — a letter stands for a step, L for look and T for take
#include "last_seat.h"

const char *order = "LLTT";
