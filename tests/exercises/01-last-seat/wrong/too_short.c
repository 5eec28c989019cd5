// expect: WRONG — a letter stands for a buyer's look and take together
#include "last_seat.h"

const char *order = "AB";
