/* race.h - two conflicting accesses with no order between them.
 *
 * Shadow memory holds, for every word that was touched while more than one
 * thread was alive, who wrote it last and who read it since (FastTrack,
 * Flanagan and Freund, PLDI 2009, with a record a thread where one epoch is not
 * enough). Accesses of different bytes never race: a word that is accessed in
 * parts gets a record a byte. Atomic accesses race with plain ones only.
 */
#ifndef INTERLEAVE_RACE_H
#define INTERLEAVE_RACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "interleave/bounds.h"
#include "interleave/interleave.h"

/* An access by the running thread. */
void race_access(uintptr_t address, size_t size, bool write, bool atomic, const void *pc);

/* The frame [low, high) of a function is gone: like a plain write of all of it,
 * except that atomic accesses before are let pass. */
void race_frame_ends(uintptr_t low, uintptr_t high, const void *pc);

/* Memory that starts a new life (malloc, a fresh stack): what went before on
 * these bytes is forgotten. */
void race_forget(uintptr_t address, size_t size);

/* A race that somebody else has found: kept unless one of the same
 * two places is known. Fills in its name, if it
 * has none. */
void race_report(const struct race *race);

/* The races of this execution, reset by race_begin(). */
extern struct race race_found[];
extern int race_count;
void race_begin(void);

/* Adds to a hash of the state which threads are ordered after each access. */
uint64_t race_hash(uint64_t seed);

/* The instruction that ends the atomic update which this load begins, or NULL. */
const void *update_of_load(const void *load);
void update_learn(const void *load, const void *exchange);

/* Words that became scheduling points; for all words with these low bits of their
 * numbers: is one of them such a point? */
#define RACY_FILTER 1024
extern int racy_words;
extern bool racy_filter[RACY_FILTER];
bool racy_search(uintptr_t address, size_t size);
bool racy_add(uintptr_t address, size_t size); /* true when new */
void racy_clear(void);

/* All of that, to be handed to another process or put back. */
struct learnt {
    uintptr_t words[MAX_RACY_WORDS * 2];
    int word_count;
    struct update {
        const void *load, *exchange;
    } updates[MAX_RACY_WORDS];
    int update_count;
};

void learnt_save(struct learnt *into);
void learnt_restore(const struct learnt *from);

static inline bool racy(uintptr_t address, size_t size)
{
    uintptr_t first = address >> 3, last = (address + size - 1) >> 3;
    if (racy_words == 0 || (first == last && !racy_filter[first % RACY_FILTER]))
        return false;
    return racy_search(address, size);
}

#endif
