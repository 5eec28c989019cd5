#include "last_seat.h"

const char *order = "ABBA";
