/* output.h - what the program prints, captured. */
#ifndef INTERLEAVE_OUTPUT_H
#define INTERLEAVE_OUTPUT_H

#include <stdarg.h>
#include <stddef.h>

void output_begin(void);

/* Appends to the captured standard output (stream 1) or error (2). */
void output_write(int stream, const void *bytes, size_t size);

/* What was captured so far of standard output. */
const char *output_text(size_t *size);

/* The bytes that interleave_outcome() gave. */
const void *output_observed(size_t *size);

#endif
