// expect: BUILD — the variable may have another name
#include "last_seat.h"

const char *my_order = "ABAB";
