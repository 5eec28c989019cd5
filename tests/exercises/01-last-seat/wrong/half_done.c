// expect: WRONG — what is left open will be chosen by somebody else
#include "last_seat.h"

const char *order = "AB??";
