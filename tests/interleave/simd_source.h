/* simd_source.h - marks the loops that a program calls simd or order(concurrent).
 *
 * gcc compiles `#pragma omp simd` and `#pragma omp loop` at -O0 to an ordinary loop and leaves no trace
 * of what the pragma claims. So the preprocessed text is given calls of the
 * runtime: one before the construct, one at the head of each iteration (lanes.h
 * says what becomes of them). Lines stay true. A loop is known by its number in
 * the source and by __func__, an array that no other function of the program has:
 * sources are marked one by one, and know nothing of each other's numbers.
 */
#ifndef INTERLEAVE_SIMD_SOURCE_H
#define INTERLEAVE_SIMD_SOURCE_H

#include <stdbool.h>

/* Could this C source, before preprocessing, have such a loop? */
bool simd_mentioned(const char *text);

/* The preprocessed text with the calls added (malloc'ed); NULL when it has no
 * loop to mark. */
char *simd_mark(const char *preprocessed);

#endif
