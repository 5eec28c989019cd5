/* simd_loops.h - the simd loops of a program, as they are met.
 *
 * A loop is known by where its function's __func__ lies and by its number in its
 * source: see simd_source.h.
 */
#ifndef INTERLEAVE_SIMD_LOOPS_H
#define INTERLEAVE_SIMD_LOOPS_H

#include <stdbool.h>

/* What the clauses said when the loop was met last. */
struct simd_loop {
    long safelen;
    bool on;
};

/* A number of its own for each loop. */
int simd_loop_number(const char *function, int in_source);

/* Until the next loop is met for the first time. */
struct simd_loop *simd_loop(int number);

#endif
