/* explore.h - what the search finds, kept while it goes on. */
#ifndef INTERLEAVE_EXPLORE_H
#define INTERLEAVE_EXPLORE_H

#include "interleave/engine.h"
#include "interleave/interleave.h"
#include "interleave/schedule.h"

struct found {
    struct outcome *outcomes; /* handed to the answer */
    int count, room;
    int *table;         /* outcomes by the hash of their key; -1 empty */
    struct race *races; /* handed to the answer */
    int race_count;
    uint64_t had;      /* their numbers: race.h */
    struct news *news; /* what changes is written there too: jobs.h; or NULL */
};

/* What some executions found, and what they took. */
struct tally {
    struct found found;
    int before;      /* the engines number outcomes from here on */
    uint64_t steps;  /* basic blocks of all executions, and what else took time */
    uint64_t runs;   /* executions, abandoned ones too */
    uint64_t latest; /* stage.steps of the latest */
    int widest;      /* team; 1: nothing ever ran beside anything */
    bool crowded;    /* more tasks at once than threads */
    bool restart;    /* something new became visible */
    bool cut, weak_atomics, unsupported;
    bool default_team, counts_threads; /* as in stage */
    char *message;                     /* the first (malloc'ed), or NULL */
};

/* A turn of an engine has ended: is it done, and with how many executions? */
struct turn {
    bool done, gave_up;
    uint64_t executions;
};

/* Executions of one engine, as many as fit in its turn, but at most so many. */
struct turn explore_turn(struct engine *engine, struct tally *tally, uint64_t most);

/* The outcome of the execution that has just ended; keeps its schedule when it
 * is simpler than the one known. Returns its index. */
int found_outcome(struct found *found);
/* The same for an outcome that was seen elsewhere; it is copied. */
int found_take(struct found *found, const struct outcome *outcome);
/* The index of a known outcome; of any other, 0. */
int found_number(struct found *found, const struct outcome *outcome);
void found_outcomes_clear(struct found *found);
void found_race(struct found *found, const struct race *race);
/* Did the execution that has just ended end so? */
bool found_again(const struct outcome *outcome);
/* What was not handed to an answer. */
void found_free(struct found *found);

/* The verdict of how an execution ended. */
enum verdict ending_verdict(void);

/* Sets the stage as asked. */
void explore_prepare(const struct ask *ask);

/* Gives the outcome a schedule that is easier to read, if one is found. */
void simplify(const struct ask *ask, struct outcome *outcome);

/* other_teams.c: adds the races of teams of other sizes. */
void other_teams(const struct ask *ask, struct found *found);

/* Replays the schedules found, fills in names and sentences. */
void explain_all(const struct ask *ask, struct found *found, struct answer *answer);

/* The scheduling points that the last search ended with belong to this program. */
void run_learnt(const struct ask *ask);
void run_forget(void);

/* The answer to one execution, from the stage. */
void run_answer(struct answer *answer);

#endif
