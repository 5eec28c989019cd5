/* judges.c - the judges' questions, the very same as in the checker.
 *
 * A program on real threads is built from this folder alone, a check.c and a
 * submission; these two know nothing of interleave. */
#include "check/observed.c" // NOLINT(bugprone-suspicious-include)
#include "check/seen.c"     // NOLINT(bugprone-suspicious-include)
