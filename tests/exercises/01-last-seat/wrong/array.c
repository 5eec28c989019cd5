// expect: BUILD — an array of characters is the same as a pointer to them
#include "last_seat.h"

const char order[] = "ABAB";
