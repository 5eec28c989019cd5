#include "last_seat.h"

const char *order = "BAAB";
