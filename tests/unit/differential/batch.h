/* batch.h - some programs in one file: compiled once, asked in processes of
 * their own.
 *
 * A process that asks (a worker) is this executable again, so that the loader
 * lays it out anew: `test_differential compare FILE.so FIRST COUNT`.
 */
#ifndef UNIT_DIFFERENTIAL_BATCH_H
#define UNIT_DIFFERENTIAL_BATCH_H

#include "unit/differential/program.h"

/* Executions of a naive search, beyond which a program is dropped. */
enum { NAIVE_LIMIT = 8000 };

struct batch {
    char folder[32];
    uint64_t first;
    int count;
};

/* Writes and compiles the programs of the seeds first, first + 1, … or, when
 * `only` is not NULL, that one. False when gcc refused: then it is said. */
bool batch_build(struct batch *batch, uint64_t first, int count, const struct program *only);
void batch_remove(const struct batch *batch);

/* What a worker printed (malloc'ed); how: "compare", "answer", "outcomes". */
char *batch_ask(const struct batch *batch, const char *how);

/* What libgomp did: `SEED outcome …` lines of programs in `outcomes`, as many
 * runs of each. */
char *batch_libgomp(const struct batch *batch, const char *outcomes, int runs);

/* Deletes from the program what the disagreement does not need. False when there
 * is none. */
bool batch_shrink(struct program *program);
/* Writes what differs in it. */
int batch_differs(struct program *program, FILE *out);

/* The worker's side. Its exit status. */
int batch_work(const char *how, const char *path, uint64_t first, int count);

#endif
