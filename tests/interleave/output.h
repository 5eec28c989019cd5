/* output.h - what the program prints, captured. */
#ifndef INTERLEAVE_OUTPUT_H
#define INTERLEAVE_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

void output_begin(void);

/* For a checkpoint. */
void output_pieces(void);

/* Appends to the captured standard output (stream 1) or error (2). */
void output_write(int stream, const void *bytes, size_t size);

/* The same for what is said about the program, not by it: it tells outcomes
 * apart like output, but is never let out. */
void output_note(const void *bytes, size_t size);

/* From the next execution on both streams are kept whole, in order, to be
 * let out: written to this process's own, when asked for. */
void output_keep(void);
bool output_let_out(void);

/* What was captured so far of standard output. */
const char *output_text(size_t *size);

/* The beginning of what went to standard error; it tells no outcomes apart. */
const char *output_complaint(void);

/* The bytes that interleave_outcome() gave. */
const void *output_observed(size_t *size);

#endif
