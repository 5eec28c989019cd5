/* differ.h - one generated program, asked in every way; what does not agree. */
#ifndef UNIT_DIFFERENTIAL_DIFFER_H
#define UNIT_DIFFERENTIAL_DIFFER_H

#include "unit/differential/naive.h"
#include "unit/differential/program.h"

/* The programs of a shared object, which stays loaded. NULL, or why not. */
const char *differ_load(const char *path);

/* Writes a line about the program, `program SEED VERDICT outcomes N …` or
 * `program SEED dropped`, then one `SEED differs: …` for each disagreement
 * between the naive search (at most `limit` executions) and the engines.
 * Returns the number of disagreements. */
int differ_program(const struct program *program, uint64_t limit, FILE *out);

/* Writes all that the product answers: to be compared with what another process
 * writes, byte by byte. */
void differ_answer(const struct program *program, FILE *out);

/* Writes `SEED outcome BYTES` for each, when libgomp can be asked too: no race,
 * no weak atomic, every schedule ends. */
void differ_outcomes(const struct program *program, FILE *out);

#endif
