// expect: WRONG — blanks between the turns do not count
#include "last_seat.h"

const char *order = "A B A B";
