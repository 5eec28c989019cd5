// expect: WRONG — one buyer finishes before the other starts
#include "last_seat.h"

const char *order = "AABB";
