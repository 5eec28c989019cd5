// expect: WRONG — the order goes on after both buyers have finished
#include "last_seat.h"

const char *order = "ABABAB";
