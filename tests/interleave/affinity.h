/* affinity.h - places: which of them a thread is bound to (OpenMP 5.0, 2.6.2). */
#ifndef INTERLEAVE_AFFINITY_H
#define INTERLEAVE_AFFINITY_H

#include "interleave/team.h"

/* A thread's place, and the places that its own regions may use:
 * first ... first + count - 1. */
struct binding {
    int first, count, place;
};

struct binding affinity_of(const struct team *team, int number);

#endif
