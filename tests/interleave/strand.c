#include "interleave/strand.h"

#include "interleave/checkpoint.h"
#include "interleave/hash.h"
#include "interleave/schedule.h"
#include "interleave/task.h"

OF_EXECUTION int order_strands;

static struct strand {
    struct thread *thread; /* NULL: it has ended */
    uint32_t last;         /* its clock then */
    struct strand_who who;
} strands[MAX_STRANDS];

static OF_EXECUTION uint64_t chance; /* follows from the schedule alone */

void strand_begin(void)
{
    order_strands = 0;
    chance = 1;
}

static struct strand_who who_is(const struct thread *thread)
{
    return (struct strand_who){.thread = thread->slot,
                               .number = thread->number,
                               .task = thread->task != NULL,
                               .made_at = thread->task ? thread->task->pc : NULL};
}

static bool may_go_to(int strand, const struct order *past)
{
    if (strand >= order_strands)
        return strand == order_strands; /* numbers are used without gaps */
    return !strands[strand].thread && past && strand_known(past, strand, strands[strand].last);
}

/* Its last user may be concurrent with the new one, and nobody will notice. */
static int shared_strand(void)
{
    stage.crowded = true;
    chance = hash_mix(chance, stage.steps);
    int strand = (int)(chance >> 33) % MAX_STRANDS;
    while (strands[strand].thread)
        strand = (strand + 1) % MAX_STRANDS;
    return strand;
}

static int choose(const struct order *past, int wish)
{
    if (may_go_to(wish, past))
        return wish;
    for (int i = 0; i <= order_strands && i < MAX_STRANDS; i++)
        if (may_go_to(i, past))
            return i;
    return shared_strand();
}

int strand_take(struct thread *thread, const struct order *past, int wish)
{
    int strand = choose(past, wish);
    if (strand == order_strands) {
        order_strands++;
        strands[strand].last = 0;
    }
    strands[strand].thread = thread;
    return strand;
}

void strand_give(struct thread *thread)
{
    struct strand *strand = &strands[thread->strand];
    if (strand->thread != thread)
        return;
    strand->who = who_is(thread);
    strand->last = thread->order.hb.at[thread->strand];
    strand->thread = NULL;
}

uint32_t strand_last(int strand) { return strands[strand].last; }

bool strand_is_last(const struct thread *thread)
{
    for (int i = 0; i < order_strands; i++) {
        const struct strand *of = &strands[i];
        if (of->thread ? of->thread != thread : !strand_known(&thread->order, i, of->last))
            return false;
    }
    return true;
}

struct strand_who strand_who(int strand)
{
    const struct strand *of = &strands[strand];
    return of->thread ? who_is(of->thread) : of->who;
}

void strand_pieces(void) { checkpoint_piece(strands, (size_t)order_strands * sizeof *strands); }
