/* naive.h - every schedule of a program, one after the other.
 *
 * A depth-first search over every thread that can go at every visible step: no
 * reduction, no hash, nothing learnt from one execution for the next. What it
 * finds is what the engines of the product must find. It shares with them only
 * the stage that runs one execution.
 */
#ifndef UNIT_DIFFERENTIAL_NAIVE_H
#define UNIT_DIFFERENTIAL_NAIVE_H

#include "interleave/interleave.h"

struct naive {
    struct answer answer; /* outcomes[].schedules counted; answer_free() */
    uint64_t classes;     /* of schedules that differ only in the order of steps that commute */
    uint64_t cut;         /* executions that gave up */
    int words;            /* of memory that were scheduling points at the end */
};

/* Memory that is a scheduling point from the start. */
struct extent {
    uintptr_t address;
    size_t size;
};

/* False when there are more than `limit` executions (or one of them met a
 * bound): then nothing is known. */
bool naive_search(const struct ask *ask, const struct extent *visible, int count, uint64_t limit,
                  struct naive *naive);

/* An execution that is given up might have come to an end: nothing is ENDLESS. */
extern bool naive_doubts;

/* Called by a program that has looked often enough: the execution is abandoned. */
__attribute__((visibility("default"))) void give_up(void);

#endif
