// expect: WRONG — a buyer who has finished gets another turn
#include "last_seat.h"

const char *order = "AAAB";
