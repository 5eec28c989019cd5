/* state_hash.h - one number for everything that the future depends on.
 *
 * Live stacks and registers, the program's data and heap, what was printed and
 * observed, what each thread stands before, the constructs' own counters, and
 * for each access that a race could still involve, which threads and
 * synchronisation objects are ordered after it: with memory and program counter
 * alone a race would be lost.
 */
#ifndef INTERLEAVE_STATE_HASH_H
#define INTERLEAVE_STATE_HASH_H

#include <stdint.h>

uint64_t state_hash(void);

#endif
