// expect: WRONG — the letters may be small
#include "last_seat.h"

const char *order = "abab";
