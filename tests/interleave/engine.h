/* engine.h - the search: policies that choose, and what they share.
 *
 * An engine is asked for one execution after another until it says it is done.
 * Between two executions everything is put back, so that an engine's only
 * memory is its own: the choices on its path and what it learnt at each.
 */
#ifndef INTERLEAVE_ENGINE_H
#define INTERLEAVE_ENGINE_H

#include <stdbool.h>
#include <stdint.h>

#include "interleave/interleave.h"
#include "interleave/schedule.h"

struct engine {
    struct policy policy; /* first member: the engine is its policy */
    const char *name;
    /* Forgets everything: a new search of the same program. */
    void (*begin)(struct engine *engine);
    /* The execution is over (see stage). outcome is its index, or -1 when it
     * was abandoned. Returns false when the search is complete. */
    bool (*ended)(struct engine *engine, int outcome);
    /* Complete executions so far. */
    uint64_t executions;
    /* It met a bound of its own and can't be complete any more. */
    bool gave_up;
};

struct engine *engine_dpor(void);
/* The same, but where any thread may go next a random one does: its first
 * executions differ as random schedules do. */
struct engine *engine_dpor_at_random(void);
struct engine *engine_states(void);
struct engine *engine_random(void);
/* Follows choices, then the first schedule. */
struct engine *engine_replay(const struct choices *choices, bool strict);

/* Once, as in the execution that was kept: witness.c. */
struct engine *engine_witness(void);
void witness_keep(void);
bool witness_kept(void);
void witness_forget(void);

/* After engine_states() completed: schedules that end in each outcome, and in
 * all. False when they can't be counted (a cycle). UINT64_MAX: beyond 2^63. */
bool states_count(uint64_t *by_outcome, int outcomes, uint64_t *all);
/* Outcomes have other numbers from now on: new_number[old]. */
void states_rename(const int *new_number);
/* A state from which no continuation ends was found; the choices that lead
 * there are replayed. */
bool states_endless(struct choices *choices);

/* The choices of the running (or last) execution, recorded by every policy. */
void path_begin(void);
void path_add(int choice);
struct choices path_now(void); /* until the next execution */
struct choices path_copy(void);
struct choices choices_copy(const struct choices *given);
int path_length(void);

/* The first schedule: the thread that ran goes on while it can, then the
 * lowest; no thread keeps it for more than FAIR steps while others wait. */
int first_choice(uint64_t enabled, int last);
void first_begin(void);

/* A random schedule: half of the time the thread goes on, so that both long runs
 * and close alternation are tried. */
int random_choice(uint64_t enabled, int last);
void random_restart(void);

#endif
