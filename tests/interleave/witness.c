/* witness.c - the execution that showed a race, once more where its accesses are steps.
 *
 * Choices stand for steps, and what was raced on becomes one: from then on the
 * schedule that showed the race means another. Here it means what it did: a
 * thread that stands before a plain access is past it in that schedule.
 */
#include "interleave/engine.h"
#include "interleave/explore.h"

static struct {
    struct engine engine;
    struct choices given;
    int at;
} witness;

void witness_keep(void)
{
    choices_free(&witness.given);
    witness.given = path_copy();
}

bool witness_kept(void) { return witness.given.count > 0; }

void witness_forget(void) { choices_free(&witness.given); }

static uint64_t before_plain_access(uint64_t enabled)
{
    uint64_t result = 0;
    for (uint64_t rest = enabled; rest; rest &= rest - 1)
        if (stage.threads[__builtin_ctzll(rest)].next.plain)
            result |= rest & -rest;
    return result;
}

static int witness_choose(struct policy *policy, uint64_t enabled, int last)
{
    (void)policy;
    uint64_t plain = before_plain_access(enabled);
    int slot = first_choice(plain ? plain : enabled, last);
    if (!plain && witness.at < witness.given.count) {
        int given = witness.given.thread[witness.at++];
        if (given < MAX_THREADS && enabled >> given & 1)
            slot = given;
    }
    path_add(slot);
    return slot;
}

static int witness_value(struct policy *policy, int n)
{
    (void)policy;
    int value = witness.at < witness.given.count ? witness.given.thread[witness.at++] : 0;
    path_add(value < n ? value : 0);
    return value < n ? value : 0;
}

static void witness_begin(struct engine *engine)
{
    (void)engine;
    witness.at = 0;
}

static bool witness_ended(struct engine *engine, int outcome)
{
    (void)engine;
    (void)outcome;
    return false;
}

struct engine *engine_witness(void)
{
    witness.engine = (struct engine){.policy = {.choose = witness_choose,
                                                .value = witness_value,
                                                .max_visible = MAX_VISIBLE_ONCE},
                                     .name = "witness",
                                     .begin = witness_begin,
                                     .ended = witness_ended};
    return &witness.engine;
}
