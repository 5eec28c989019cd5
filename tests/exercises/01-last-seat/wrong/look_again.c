// expect: WRONG — a buyer may look twice before taking
#include "last_seat.h"

const char *order = "ABAABB";
