/* sections.c - sections and single: pieces of which each is done once. */
#include "interleave/abi.h"
#include "interleave/loop.h"
#include "interleave/reduction.h"
#include "interleave/trace.h"

/* ---- sections ------------------------------------------------------------------------ */

static unsigned next_section(const void *pc, uintptr_t cfa)
{
    struct workshare *share = share_current();
    share_stand(share, pc, cfa);
    if (share->handed_out == share->loop.count)
        return 0;
    share->spent = ++share->handed_out == share->loop.count;
    struct event *event = record(EVENT_SECTION, pc);
    if (event) {
        event->visible = true;
        event->before = (int64_t)share->handed_out;
    }
    return (unsigned)share->handed_out;
}

static struct workshare *enter(unsigned count)
{
    struct loop loop = {.schedule = LOOP_DYNAMIC, .step = 1, .count = count};
    return loop_enter(&loop);
}

ABI unsigned GOMP_sections_start(unsigned count);
ABI unsigned GOMP_sections_start(unsigned count)
{
    enter(count);
    return next_section(CALLER_PC, CALLER_CFA);
}

/* With reductions over tasks, or memory for a conditional lastprivate. */
ABI unsigned GOMP_sections2_start(unsigned count, uintptr_t *reductions, void **memory);
ABI unsigned GOMP_sections2_start(unsigned count, uintptr_t *reductions, void **memory)
{
    struct workshare *share = enter(count);
    if (reductions)
        reduction_share_begins(share, reductions);
    if (memory)
        share_memory(share, memory);
    return next_section(CALLER_PC, CALLER_CFA);
}

ABI unsigned GOMP_sections_next(void);
ABI unsigned GOMP_sections_next(void) { return next_section(CALLER_PC, CALLER_CFA); }

ABI void GOMP_sections_end(void);
ABI void GOMP_sections_end(void)
{
    share_leave();
    team_barrier(CALLER_PC);
}

ABI void GOMP_sections_end_nowait(void);
ABI void GOMP_sections_end_nowait(void) { share_leave(); }

ABI void GOMP_parallel_sections(void (*fn)(void *), void *data, unsigned threads, unsigned count,
                                unsigned flags);
ABI void GOMP_parallel_sections(void (*fn)(void *), void *data, unsigned threads, unsigned count,
                                unsigned flags)
{
    struct loop loop = {.schedule = LOOP_DYNAMIC, .step = 1, .count = count};
    team_parallel(fn, data, threads, flags, ORIGIN, share_prepare, &loop);
}

/* ---- single ---------------------------------------------------------------------------- */

static bool single_won(const void *pc, uintptr_t cfa)
{
    struct workshare *share = share_enter();
    share_stand(share, pc, cfa);
    if (share->single_taken)
        return false;
    share->single_taken = share->spent = true;
    share->single_by = stage.self;
    struct event *event = record(EVENT_SINGLE, pc);
    if (event)
        event->visible = true;
    return true;
}

ABI bool GOMP_single_start(void);
ABI bool GOMP_single_start(void)
{
    bool won = single_won(CALLER_PC, CALLER_CFA);
    share_leave();
    return won;
}

ABI void *GOMP_single_copy_start(void);
ABI void *GOMP_single_copy_start(void)
{
    if (single_won(CALLER_PC, CALLER_CFA))
        return NULL;
    struct workshare *share = share_current();
    if (!share->copy_ready)
        block(WAIT_COPYPRIVATE, (uintptr_t)share, CALLER_PC);
    order_acquire(share->copy_order);
    void *data = share->copied;
    share_leave();
    return data;
}

ABI void GOMP_single_copy_end(void *data);
ABI void GOMP_single_copy_end(void *data)
{
    struct workshare *share = share_current();
    share->copied = data;
    share->copy_ready = true;
    order_release(order_in(&share->copy_order));
    for (int i = 0; i < share->team->size; i++) {
        struct thread *member = share->team->members[i];
        if (member->state == THREAD_BLOCKED && member->waits == WAIT_COPYPRIVATE &&
            member->waits_on == (uintptr_t)share)
            wake(member);
    }
    share_leave();
}
