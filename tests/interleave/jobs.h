/* jobs.h - the two engines of a search in a process each.
 *
 * The search hears of turns in one order, whoever ran them: the first engine's
 * first turn, the second's first, the first's second … What a turn found is
 * written down by the process that ran it and added to the search when it is
 * that turn's time. So the answer is that of one process, to the byte.
 *
 *     jobs_begin(engines, tally)   this process keeps the second engine
 *     jobs_turn(0 or 1, tally)     the next turn of that engine is added
 *     jobs_end(tally)              what came after the last turn was for nothing
 */
#ifndef INTERLEAVE_JOBS_H
#define INTERLEAVE_JOBS_H

#include <stdbool.h>

#include "interleave/explore.h"

/* Starts the second process. Where that can't be done, all stays as it is. */
void jobs_begin(struct engine *const engines[2], struct tally *tally);

/* Are there two? */
bool jobs_apart(void);

/* The next turn of an engine; if need be it is waited for. */
struct turn jobs_turn(int engine, struct tally *tally);

/* There is one process again, and all stands as the turns that were added left
 * it; the graph of states names the outcomes of the tally. */
void jobs_end(struct tally *tally);

/* ---- what a turn found: news.c ----------------------------------------------- */

struct news {
    char *bytes; /* malloc'ed */
    size_t size, room;
};

void news_outcome(struct news *news, const struct outcome *outcome);
void news_race(struct news *news, const struct race *race);
void news_message(struct news *news, const char *text);
/* The words that the search starts again with. */
void news_learnt(struct news *news);

/* Adds it to the tally. */
void news_tell(const struct news *news, struct tally *tally);

#endif
