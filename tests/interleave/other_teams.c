/* other_teams.c - the same program with other teams.
 *
 * The iterations that one thread of a static loop is given are ordered, and
 * which these are depends on the size of the team: with four threads two
 * iterations that race may fall to one of them. So a program that leaves the
 * size to the runtime, and in which no race was found, is run some more times
 * with other sizes. Only races count there: a program may have a reason to end
 * otherwise in a team that nobody asked for.
 *
 * A program that asks for its threads' numbers in its own words may rely on
 * there being no more of them than was asked: it gets smaller teams only.
 */
#include <string.h>

#include "interleave/engine.h"
#include "interleave/explore.h"
#include "interleave/hash.h"
#include "interleave/places.h"
#include "interleave/race.h"

static const int sizes[] = {64, 2, 3, 7};

#define EXECUTIONS 2
#define ATTEMPTS 16 /* to find what a loop waits for */

/* ---- does the program count its threads? ------------------------------------ */

#define RECENT 64

static struct {
    const void *pc;
    bool counts;
} recent[RECENT];

/* gcc's own calls, to divide a loop, stand in the line of the pragma. */
static bool is_written(const void *pc) { return strstr(place_of(pc).text, "omp_get_") != NULL; }

void threads_counted(const void *pc)
{
    if (!stage.looks_for_counting || stage.counts_threads)
        return;
    unsigned i = (unsigned)(hash_mix((uintptr_t)pc, 1) % RECENT);
    if (recent[i].pc != pc) {
        recent[i].pc = pc;
        recent[i].counts = is_written(pc);
    }
    stage.counts_threads = recent[i].counts;
}

/* ---- the runs ------------------------------------------------------------------ */

/* One execution; the basic blocks that it took. */
static uint64_t run(const struct ask *ask, struct engine *engine)
{
    uint64_t steps = 0;
    int words, attempt = 0;
    do {
        words = racy_words;
        engine->begin(engine);
        stage_run(ask->body, ask->input, &engine->policy);
        steps += stage_took();
    } while (stage.ending == END_STOPPED && racy_words > words && ++attempt < ATTEMPTS);
    return steps;
}

static bool races(const struct ask *ask, int size, struct found *found, uint64_t *steps)
{
    struct ask other = *ask;
    other.team = size;
    explore_prepare(&other);
    struct engine *engine = engine_random();
    for (int i = 0; i < EXECUTIONS && *steps < MAX_OTHER_STEPS; i++) {
        *steps += run(&other, engine);
        for (int k = 0; k < race_count; k++) {
            race_found[k].team = size;
            found_race(found, &race_found[k]);
        }
        if (race_count > 0)
            return true;
    }
    return false;
}

void other_teams(const struct ask *ask, struct found *found)
{
    int asked = ask->team ? ask->team : 4;
    uint64_t steps = 0;
    bool counts = stage.counts_threads;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes && steps < MAX_OTHER_STEPS; i++) {
        if (sizes[i] == asked || (counts && sizes[i] > asked))
            continue;
        if (races(ask, sizes[i], found, &steps))
            return;
    }
}
