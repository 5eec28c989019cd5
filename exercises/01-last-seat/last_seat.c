#include "last_seat.h"

// TODO: put the four turns in an order that sells the one seat twice.
// Here A looks and takes, then B looks and takes: only A gets a ticket.
const char *order = "AABB";
