/* ordered.c - the ordered region of a loop: iterations take their turn.
 *
 * A chunk's ordered regions may run when all chunks before it are complete. A
 * chunk completes when its thread asks for the next one or leaves the loop. That
 * hands on the turn only: what the program may rely on is that the regions come
 * one after the other, not what an iteration does outside of its region.
 */
#include <string.h>

#include "interleave/abi.h"
#include "interleave/cost.h"
#include "interleave/worksharing.h"

static void wake_whose_turn(struct workshare *share)
{
    for (int i = 0; i < share->team->size; i++) {
        struct thread *member = share->team->members[i];
        if (member->state != THREAD_BLOCKED || member->waits != WAIT_ORDERED ||
            member->waits_on != (uintptr_t)share)
            continue;
        const struct chunk *chunk = member->implicit->chunk;
        if (chunk->low == share->turn)
            wake(member);
    }
}

/* Chunks that completed before their turn wait in a list for it. */
static void remember_passed(struct workshare *share, const struct chunk *chunk)
{
    if (share->passed_count == share->passed_room) {
        int room = share->passed_room ? share->passed_room * 2 : 16;
        uint64_t *wider = stage_alloc((size_t)room * 2 * sizeof *wider);
        if (share->passed)
            memcpy(wider, share->passed, (size_t)share->passed_count * 2 * sizeof *wider);
        share->passed = wider;
        share->passed_room = room;
    }
    share->passed[2L * share->passed_count] = chunk->low;
    share->passed[2L * share->passed_count + 1] = chunk->high;
    share->passed_count++;
}

void ordered_passed(struct workshare *share, const struct chunk *chunk)
{
    steps_join(&order_in(&share->ordered_order)->dep, &stage.self->order.dep);
    remember_passed(share, chunk);
    for (int i = 0; i < share->passed_count; i++) {
        if (share->passed[2L * i] != share->turn)
            continue;
        share->turn = share->passed[2L * i + 1];
        share->passed_count--;
        memmove(&share->passed[2L * i], &share->passed[2L * share->passed_count],
                2 * sizeof *share->passed);
        i = -1;
    }
    wake_whose_turn(share);
}

ABI void GOMP_ordered_start(void);
ABI void GOMP_ordered_start(void)
{
    bool in_loop = stage.self->implicit->share;
    struct workshare *share = share_current();
    const struct chunk *chunk = share_chunk();
    if (share->team->size > 1 && !(in_loop && share->loop.ordered))
        block(WAIT_ORDERED, (uintptr_t)share, CALLER_PC); /* for ever, as in libgomp */
    if (chunk->low != share->turn)
        block(WAIT_ORDERED, (uintptr_t)share, CALLER_PC);
    if (share->ordered_order)
        order_acquire(share->ordered_order);
    cost_waited(share->span);
}

ABI void GOMP_ordered_end(void);
ABI void GOMP_ordered_end(void)
{
    struct workshare *share = share_current();
    share->span = stage.self->span;
    order_release_join(order_in(&share->ordered_order));
}
