#include "last_seat.h"

/* Both buyers look before either takes. Each sees one seat, remembers
 * it, and acts on what it remembers, although the second buyer's memory
 * is out of date by then. Any order whose first two letters differ does
 * the same: ABAB, ABBA, BAAB and BABA. */
//> order
const char *order = "ABAB";
//< order
