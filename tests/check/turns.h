/* turns.h - a schedule that the learner's answer spells. */
#ifndef CHECK_TURNS_H
#define CHECK_TURNS_H

#include "interleave/interleave.h"

struct turns {
    struct choices choices; /* one thread a step */
    bool refused;
    char message[1024]; /* why; the first refusal counts */
};

/* No schedule is longer: one that is was a mistake in the answer. */
#define MOST_TURNS 100000

#endif
