// expect: WRONG — an empty order leaves the choice to somebody else
#include "last_seat.h"

const char *order = "";
