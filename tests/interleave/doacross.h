/* doacross.h - ordered with depend(source) and depend(sink: ...).
 *
 * An iteration posts when what later ones depend on is done; one that waits for
 * it comes after all that its thread had done by then, and after nothing else.
 * Neither is a choice: a post only lets others go on, and which posts a thread
 * waits for follows from its iteration.
 */
#ifndef INTERLEAVE_DOACROSS_H
#define INTERLEAVE_DOACROSS_H

#include <stddef.h>
#include <stdint.h>

#include "interleave/worksharing.h"

/* Ordered loops of `dimensions` loops with counts[i] iterations each. Counts
 * and iterations are numbers 0 ... whatever bounds and steps were. */
struct doacross *doacross_new(unsigned dimensions, const uint64_t *counts);

/* All have left the loop: what it took can be used again. */
void doacross_drop(struct doacross *doacross);

/* What a thread that is blocked with WAIT_ITERATION waits for, in words. */
void doacross_awaited(const struct thread *thread, char *text, size_t room);

/* For the hash of a state: which iterations have posted; which of the posts
 * know an epoch of a strand. */
uint64_t doacross_hash(const struct doacross *doacross);
uint64_t doacross_orders_after(const struct doacross *doacross, int strand, uint32_t at);

#endif
