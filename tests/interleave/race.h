/* race.h - two conflicting accesses with no order between them.
 *
 * Shadow memory holds, for every word that was touched while more than one
 * thread was alive, who wrote it last and who read it since (FastTrack,
 * Flanagan and Freund, PLDI 2009, with all strands' own where one epoch is not
 * enough). Accesses of different bytes never race: a word of which parts were
 * accessed differently has a history for each part. Atomic accesses race with plain ones only.
 */
#ifndef INTERLEAVE_RACE_H
#define INTERLEAVE_RACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "interleave/bounds.h"
#include "interleave/interleave.h"
#include "interleave/schedule.h"
#include "interleave/shadow.h"

/* What an access by somebody makes of a history, where it comes after all that is
 * in there: what was judged once need not be judged again. (Time only adds to what
 * a strand knows, so that this stays true.) */
struct race_key {
    uint64_t from; /* the history; its strand's own clock */
    uint64_t how;  /* the place in the code, the bytes, the kind, the strand; 0: none */
};

#define RACE_TRANSITIONS 1024

struct transition {
    struct race_key key;
    uint32_t to;
};
extern struct transition race_transitions[RACE_TRANSITIONS];

static inline struct race_key race_key(uint32_t from, unsigned offset, unsigned size, bool write,
                                       bool atomic, const void *pc)
{
    const struct thread *self = stage.self;
    unsigned shape = offset << 5 | (size - 1) << 2 | (unsigned)write << 1 | atomic;
    return (struct race_key){(uint64_t)from << 32 | self->order.hb.at[self->strand],
                             (uint64_t)(uintptr_t)pc << 16 | shape << 8 | (unsigned)self->strand};
}

static inline bool race_key_equal(const struct race_key *a, const struct race_key *b)
{
    return a->from == b->from && a->how == b->how;
}

/* Counted from the execution's first history: what the next one does is found in
 * the same places. */
static inline struct transition *race_transition(const struct race_key *key)
{
    uint64_t from = (key->from >> 32) - history_none;
    uint64_t hash = (key->how ^ from << 24) * UINT64_C(0x9e3779b97f4a7c15);
    return &race_transitions[hash >> 54];
}

/* An access by the running thread, if it lies in a word and is like one before. */
static inline bool race_repeats(uintptr_t address, size_t size, bool write, const void *pc)
{
    unsigned offset = address & 7;
    if (offset + size > 8)
        return false;
    uint32_t *word = shadow_word(address), from = shadow_number(word);
    struct race_key key = race_key(from, offset, (unsigned)size, write, false, pc);
    const struct transition *transition = race_transition(&key);
    if (!race_key_equal(&transition->key, &key))
        return false;
    *word = transition->to;
    return true;
}

/* An access by the running thread. */
void race_access(uintptr_t address, size_t size, bool write, bool atomic, const void *pc);

/* The frame [low, high) of a function is gone: like a plain write of all of it,
 * except that atomic accesses before are let pass. */
void race_frame_ends(uintptr_t low, uintptr_t high, const void *pc);

/* Memory that starts a new life (malloc, a fresh stack): what went before on
 * these bytes is forgotten. */
void race_forget(uintptr_t address, size_t size);

/* All accesses so far come before all that are to come. */
void race_forget_all(void);

/* A race that somebody else has found: kept unless one of the same
 * two places is known. Fills in its name, if it
 * has none. */
void race_report(const struct race *race);

/* Takes out all but the first of races that read the same, line by line; how many
 * are left. */
int races_merge(struct race *races, int count);

/* The races of this execution, reset by race_begin(). */
extern struct race race_found[];
extern int race_count;

/* Its variable and places together have a number, the same in all executions;
 * RACE_UNNUMBERED: there are too many of these. */
#define RACE_UNNUMBERED 64
extern unsigned char race_number[];

/* The numbers of those that whoever asks has from an execution before (a bit each):
 * nothing but the address and the places of such a one is filled in. */
extern uint64_t race_had;
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
