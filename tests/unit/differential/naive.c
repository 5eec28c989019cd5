#include "unit/differential/naive.h"

#include <stdlib.h>
#include <string.h>

#include "interleave/engine.h"
#include "interleave/explore.h"
#include "interleave/hash.h"
#include "interleave/race.h"

enum { DEEPEST = 400 };

/* A choice on the path. */
struct level {
    uint64_t rest; /* alternatives not tried yet */
    int chosen;
    bool ends; /* some execution through here came to an end */
};

/* A step of the path, for telling classes of executions apart. */
struct taken {
    struct step step;
    int slot;
    uint64_t past; /* hash of all that it comes after by a chain of conflicts */
};

static struct {
    struct policy policy;
    struct level path[DEEPEST];
    int depth, at, replayed;
    bool too_deep, endless;
    struct taken taken[DEEPEST];
    int count;
    uint64_t *classes; /* hash set; 0 empty */
    size_t class_count, class_room;
} search;

bool naive_doubts;

void give_up(void) { stage_end(END_STOPPED, "looked often enough"); }

/* ---- choosing -------------------------------------------------------------- */

static int take(uint64_t alternatives)
{
    if (search.at == DEEPEST) {
        search.too_deep = true;
        return POLICY_STOP;
    }
    struct level *level = &search.path[search.at];
    if (search.at++ >= search.replayed) {
        level->chosen = __builtin_ctzll(alternatives);
        level->rest = alternatives & (alternatives - 1);
        level->ends = false;
        search.depth = search.at;
    }
    path_add(level->chosen);
    return level->chosen;
}

static int naive_choose(struct policy *policy, uint64_t enabled, int last)
{
    (void)policy;
    (void)last;
    return take(enabled);
}

static int naive_value(struct policy *policy, int n)
{
    (void)policy;
    return take(n < 64 ? (UINT64_C(1) << n) - 1 : ~UINT64_C(0));
}

/* ---- classes ----------------------------------------------------------------- */

/* What a step comes after: the steps before it of its thread and those that it
 * conflicts with. Two executions with the same pasts differ only in the order
 * of steps that commute. */
static void naive_step(struct policy *policy, struct thread *thread)
{
    (void)policy;
    if (search.count == DEEPEST)
        return;
    struct taken *now = &search.taken[search.count];
    now->step = thread->next;
    now->slot = thread->slot;
    uint64_t sum = 0;
    for (int i = 0; i < search.count; i++) {
        const struct taken *then = &search.taken[i];
        if (then->slot == now->slot || steps_conflict(&then->step, &now->step))
            sum += hash_mix(then->past, 3);
    }
    now->past = hash_mix(sum, (uint64_t)thread->slot + 1);
    search.count++;
}

static uint64_t *class_place(uint64_t hash)
{
    size_t i = hash & (search.class_room - 1);
    while (search.classes[i] && search.classes[i] != hash)
        i = (i + 1) & (search.class_room - 1);
    return &search.classes[i];
}

static void more_room(void)
{
    uint64_t *old = search.classes;
    size_t room = search.class_room;
    search.class_room = room ? 2 * room : 1024;
    search.classes = calloc(search.class_room, sizeof *search.classes);
    if (!search.classes)
        abort();
    for (size_t i = 0; i < room; i++)
        if (old[i])
            *class_place(old[i]) = old[i];
    free(old);
}

static void add_class(int outcome)
{
    uint64_t sum = hash_mix((uint64_t)search.count, (uint64_t)outcome);
    for (int i = 0; i < search.count; i++)
        sum += hash_mix(search.taken[i].past, 5);
    uint64_t *place = class_place(sum | 1);
    if (*place)
        return;
    *place = sum | 1;
    if (++search.class_count * 2 > search.class_room)
        more_room();
}

/* ---- the search ---------------------------------------------------------------- */

static void start(bool anew)
{
    search.at = search.count = 0;
    if (anew) {
        search.depth = search.replayed = 0;
        search.too_deep = search.endless = false;
        if (search.class_room)
            memset(search.classes, 0, search.class_room * sizeof *search.classes);
        else
            more_room();
        search.class_count = 0;
    }
    path_begin();
}

/* To the next alternative. A state from which nothing came to an end is endless. */
static bool next(void)
{
    while (search.depth > 0) {
        struct level *level = &search.path[search.depth - 1];
        if (level->rest) {
            level->chosen = __builtin_ctzll(level->rest);
            level->rest &= level->rest - 1;
            search.replayed = search.depth;
            return true;
        }
        search.endless |= !level->ends;
        search.depth--;
    }
    return false;
}

static void ended(struct found *found, struct naive *naive)
{
    bool cut = stage.ending == END_STOPPED;
    for (int i = 0; i < search.depth && !(cut && !naive_doubts); i++)
        search.path[i].ends = true;
    naive->cut += cut;
    if (cut)
        return;
    int outcome = found_outcome(found);
    found->outcomes[outcome].schedules++;
    naive->answer.schedules++;
    add_class(outcome);
}

/* True when something became visible: all starts again. */
static bool learn(struct found *found, int words)
{
    for (int i = 0; i < race_count; i++) {
        found_race(found, &race_found[i]);
        racy_add(race_found[i].address, race_found[i].second.size);
    }
    return racy_words != words;
}

static bool once(const struct ask *ask, struct found *found, struct naive *naive, uint64_t *left,
                 bool *again)
{
    found_outcomes_clear(found);
    naive->answer.schedules = naive->cut = 0;
    *again = false;
    start(true);
    do {
        if ((*left)-- == 0)
            return false;
        int words = racy_words;
        stage_run(ask->body, ask->input, &search.policy);
        naive->answer.weak_atomics |= stage.weak_atomics;
        bool over = stage.ending == END_BOUND || stage.ending == END_UNSUPPORTED;
        if (over || search.too_deep || stage.crowded)
            return false;
        if (learn(found, words)) {
            *again = true;
            return true;
        }
        ended(found, naive);
        start(false);
    } while (next());
    return true;
}

static void add_endless(struct found *found)
{
    if (!search.endless)
        return;
    stage.ending = END_ENDLESS;
    path_begin();
    found_outcome(found);
}

static enum verdict worst(const struct answer *answer)
{
    enum verdict verdict = PASS;
    for (int i = 0; i < answer->outcome_count; i++)
        if (answer->outcomes[i].verdict < verdict)
            verdict = answer->outcomes[i].verdict;
    if (answer->race_count)
        return RACE;
    return verdict == PASS && answer->outcome_count > 1 ? VARIES : verdict;
}

bool naive_search(const struct ask *ask, const struct extent *visible, int count, uint64_t limit,
                  struct naive *naive)
{
    *naive = (struct naive){.answer.worst = -1};
    search.policy =
        (struct policy){.choose = naive_choose, .value = naive_value, .step = naive_step};
    struct found found = {0};
    explore_prepare(ask);
    run_forget();
    racy_clear();
    for (int i = 0; i < count; i++)
        racy_add(visible[i].address, visible[i].size);
    bool again = true, done = true;
    while (done && again)
        done = once(ask, &found, naive, &limit, &again);
    if (done)
        add_endless(&found);
    naive->classes = search.class_count;
    naive->words = racy_words;
    naive->answer.complete = done;
    naive->answer.outcomes = found.outcomes;
    naive->answer.outcome_count = found.count;
    naive->answer.races = found.races;
    naive->answer.race_count = found.race_count;
    naive->answer.verdict = worst(&naive->answer);
    found_free(&found);
    return done;
}
