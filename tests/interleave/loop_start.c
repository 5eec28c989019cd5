/* loop_start.c - loops that need more than their bounds: a block of memory that
 * the team shares (scan, conditional lastprivate), reductions over tasks, or an
 * order between iterations (doacross).
 */
#include "interleave/abi.h"
#include "interleave/doacross.h"
#include "interleave/loop.h"
#include "interleave/reduction.h"

/* gcc's number of the schedule, with a bit for monotonic: every chunk that we
 * hand out is. */
static enum loop_schedule schedule_of(long schedule) { return (enum loop_schedule)(schedule & 7); }

static struct workshare *start(const struct loop *loop, uintptr_t *reductions, void **memory)
{
    struct workshare *share = loop_enter(loop);
    if (reductions)
        reduction_share_begins(share, reductions);
    if (memory)
        share_memory(share, memory);
    return share;
}

/* Without a place for a chunk gcc divides the loop itself. */
static bool first_long(long *first, long *end, const void *pc, uintptr_t cfa)
{
    return first ? loop_next_long(first, end, pc, cfa) : true;
}

static bool first_ull(ull *first, ull *end, const void *pc, uintptr_t cfa)
{
    return first ? loop_next_ull(first, end, pc, cfa) : true;
}

#define LOOP_START(name, is_ordered)                                                               \
    ABI bool GOMP_loop_##name(long low, long high, long step, long schedule, long chunk,           \
                              long *first, long *end, uintptr_t *reductions, void **memory);       \
    ABI bool GOMP_loop_##name(long low, long high, long step, long schedule, long chunk,           \
                              long *first, long *end, uintptr_t *reductions, void **memory)        \
    {                                                                                              \
        struct loop loop = loop_long(schedule_of(schedule), is_ordered, low, high, step, chunk);   \
        start(&loop, reductions, memory);                                                          \
        return first_long(first, end, CALLER_PC, CALLER_CFA);                                      \
    }                                                                                              \
    ABI bool GOMP_loop_ull_##name(bool up, ull low, ull high, ull step, long schedule, ull chunk,  \
                                  ull *first, ull *end, uintptr_t *reductions, void **memory);     \
    ABI bool GOMP_loop_ull_##name(bool up, ull low, ull high, ull step, long schedule, ull chunk,  \
                                  ull *first, ull *end, uintptr_t *reductions, void **memory)      \
    {                                                                                              \
        struct loop loop =                                                                         \
            loop_ull(schedule_of(schedule), is_ordered, up, low, high, step, chunk);               \
        start(&loop, reductions, memory);                                                          \
        return first_ull(first, end, CALLER_PC, CALLER_CFA);                                       \
    }

LOOP_START(start, false)
LOOP_START(ordered_start, true)

/* ---- doacross: the outermost loop is divided, as iterations 0 ... counts[0] - 1 ---- */

static void start_doacross(unsigned dimensions, const uint64_t *counts, enum loop_schedule schedule,
                           uint64_t chunk, uintptr_t *reductions, void **memory)
{
    struct loop loop = loop_ull(schedule, false, true, 0, counts[0], 1, chunk);
    struct workshare *share = start(&loop, reductions, memory);
    if (!share->doacross)
        share->doacross = doacross_new(dimensions, counts);
}

ABI bool GOMP_loop_doacross_start(unsigned dimensions, long *counts, long schedule, long chunk,
                                  long *first, long *end, uintptr_t *reductions, void **memory);
ABI bool GOMP_loop_doacross_start(unsigned dimensions, long *counts, long schedule, long chunk,
                                  long *first, long *end, uintptr_t *reductions, void **memory)
{
    start_doacross(dimensions, (uint64_t *)counts, schedule_of(schedule), (uint64_t)chunk,
                   reductions, memory);
    return first_long(first, end, CALLER_PC, CALLER_CFA);
}

ABI bool GOMP_loop_ull_doacross_start(unsigned dimensions, ull *counts, long schedule, ull chunk,
                                      ull *first, ull *end, uintptr_t *reductions, void **memory);
ABI bool GOMP_loop_ull_doacross_start(unsigned dimensions, ull *counts, long schedule, ull chunk,
                                      ull *first, ull *end, uintptr_t *reductions, void **memory)
{
    start_doacross(dimensions, (uint64_t *)counts, schedule_of(schedule), chunk, reductions,
                   memory);
    return first_ull(first, end, CALLER_PC, CALLER_CFA);
}

#define DOACROSS_START(name, schedule, number, family, first_of)                                   \
    ABI bool GOMP_##family##_doacross_##name##_start(unsigned dimensions, number *counts,          \
                                                     number chunk, number *first, number *end);    \
    ABI bool GOMP_##family##_doacross_##name##_start(unsigned dimensions, number *counts,          \
                                                     number chunk, number *first, number *end)     \
    {                                                                                              \
        start_doacross(dimensions, (uint64_t *)counts, schedule, (uint64_t)chunk, NULL, NULL);     \
        return first_of(first, end, CALLER_PC, CALLER_CFA);                                        \
    }

#define DOACROSS_RUNTIME(number, family, first_of)                                                 \
    ABI bool GOMP_##family##_doacross_runtime_start(unsigned dimensions, number *counts,           \
                                                    number *first, number *end);                   \
    ABI bool GOMP_##family##_doacross_runtime_start(unsigned dimensions, number *counts,           \
                                                    number *first, number *end)                    \
    {                                                                                              \
        start_doacross(dimensions, (uint64_t *)counts, LOOP_RUNTIME, 0, NULL, NULL);               \
        return first_of(first, end, CALLER_PC, CALLER_CFA);                                        \
    }

DOACROSS_START(static, LOOP_STATIC, long, loop, first_long)
DOACROSS_START(dynamic, LOOP_DYNAMIC, long, loop, first_long)
DOACROSS_START(guided, LOOP_GUIDED, long, loop, first_long)
DOACROSS_RUNTIME(long, loop, first_long)
DOACROSS_START(static, LOOP_STATIC, ull, loop_ull, first_ull)
DOACROSS_START(dynamic, LOOP_DYNAMIC, ull, loop_ull, first_ull)
DOACROSS_START(guided, LOOP_GUIDED, ull, loop_ull, first_ull)
DOACROSS_RUNTIME(ull, loop_ull, first_ull)
