// expect: WRONG — it matters who goes first
#include "last_seat.h"

const char *order = "BBAA";
