/* loop.c - worksharing loops: static, dynamic, guided, runtime. */
#include "interleave/loop.h"

#include "interleave/abi.h"
#include "interleave/cost.h"
#include "interleave/lanes.h"
#include "interleave/trace.h"

/* ---- pieces of a loop ----------------------------------------------------------- */

static uint64_t least(uint64_t a, uint64_t b) { return a < b ? a : b; }

/* Dynamic and guided: from the common pile (OpenMP 5.0, 2.9.2). */
static bool take_from_pile(struct workshare *share, struct chunk *chunk)
{
    const struct loop *loop = &share->loop;
    uint64_t left = loop->count - share->handed_out;
    uint64_t size = loop->chunk ? loop->chunk : 1;
    if (loop->schedule == LOOP_GUIDED) {
        uint64_t team = (uint64_t)share->team->size;
        uint64_t fair = left / team + (left % team != 0);
        size = fair > size ? fair : size;
    }
    chunk->low = share->handed_out;
    chunk->high = share->handed_out + least(size, left);
    share->handed_out = chunk->high;
    share->spent = share->handed_out == loop->count;
    return chunk->low < chunk->high;
}

/* Static by the library: each thread's share follows from its number. */
static bool take_own(struct workshare *share, struct chunk *chunk)
{
    const struct loop *loop = &share->loop;
    uint64_t team = (uint64_t)share->team->size, me = (uint64_t)stage.self->number;
    uint64_t round = chunk->round++;
    if (loop->chunk == 0) {
        uint64_t each = loop->count / team, extra = loop->count % team;
        chunk->low = me * each + least(me, extra);
        chunk->high = chunk->low + each + (me < extra);
        return round == 0 && chunk->low < chunk->high;
    }
    uint64_t number = round * team + me;
    if (number > loop->count / loop->chunk)
        return false;
    chunk->low = least(number * loop->chunk, loop->count);
    chunk->high = least(chunk->low + loop->chunk, loop->count);
    return chunk->low < chunk->high;
}

static bool take(uint64_t *first, uint64_t *end, const void *pc, uintptr_t cfa)
{
    struct workshare *share = share_current();
    struct chunk *chunk = share_chunk();
    if (share->loop.ordered && chunk->holds)
        ordered_passed(share, chunk);
    bool own = share->loop.schedule == LOOP_STATIC || share->loop.schedule == LOOP_AUTO;
    if (!own)
        share_stand(share, pc, cfa);
    chunk->holds = own ? take_own(share, chunk) : take_from_pile(share, chunk);
    lanes_end_chunk(stage.self);
    if (!chunk->holds)
        return false;
    *first = share->loop.start + chunk->low * share->loop.step;
    *end = share->loop.start + chunk->high * share->loop.step;
    struct event *event = record(EVENT_CHUNK, pc);
    if (event) {
        event->visible = !own;
        event->before = (int64_t)*first;
        event->after = (int64_t)*end;
    }
    return true;
}

/* ---- what gcc calls ---------------------------------------------------------------- */

static struct loop loop_of(enum loop_schedule schedule, bool ordered, uint64_t start,
                           uint64_t count, uint64_t step, uint64_t chunk)
{
    const struct icv *icv = &stage.self->implicit->icv;
    if (schedule == LOOP_RUNTIME) {
        schedule = (enum loop_schedule)(icv->schedule & 7);
        chunk = (uint64_t)icv->chunk;
    }
    if (schedule == LOOP_AUTO)
        chunk = 0;
    return (struct loop){schedule, ordered, start, step, count, chunk};
}

struct loop loop_long(enum loop_schedule schedule, bool ordered, long start, long end, long step,
                      long chunk)
{
    uint64_t count = 0, span = (uint64_t)end - (uint64_t)start;
    if (step > 0 && start < end)
        count = (span + (uint64_t)step - 1) / (uint64_t)step;
    else if (step < 0 && start > end)
        count = (0 - span + (0 - (uint64_t)step) - 1) / (0 - (uint64_t)step);
    return loop_of(schedule, ordered, (uint64_t)start, count, (uint64_t)step, (uint64_t)chunk);
}

struct loop loop_ull(enum loop_schedule schedule, bool ordered, bool up, ull start, ull end,
                     ull step, ull chunk)
{
    uint64_t count = 0;
    if (up && start < end)
        count = (end - start - 1) / step + 1;
    else if (!up && start > end)
        count = (start - end - 1) / (0 - step) + 1;
    return loop_of(schedule, ordered, start, count, step, chunk);
}

struct workshare *loop_enter(const struct loop *loop)
{
    struct workshare *share = share_enter();
    if (!share->loop.step)
        share->loop = *loop;
    return share;
}

bool loop_next_long(long *first, long *end, const void *pc, uintptr_t cfa)
{
    uint64_t low, high;
    if (!take(&low, &high, pc, cfa))
        return false;
    *first = (long)low;
    *end = (long)high;
    return true;
}

bool loop_next_ull(ull *first, ull *end, const void *pc, uintptr_t cfa)
{
    uint64_t low, high;
    if (!take(&low, &high, pc, cfa))
        return false;
    *first = low;
    *end = high;
    return true;
}

/* One family of entry points: start (with and without a chunk), next, both also
 * for unsigned long long iterators. */
#define LOOP_CHUNKED(name, schedule, is_ordered)                                                   \
    ABI bool GOMP_loop_##name##_start(long start, long end, long step, long chunk, long *first,    \
                                      long *last);                                                 \
    ABI bool GOMP_loop_##name##_start(long start, long end, long step, long chunk, long *first,    \
                                      long *last)                                                  \
    {                                                                                              \
        struct loop loop = loop_long(schedule, is_ordered, start, end, step, chunk);               \
        loop_enter(&loop);                                                                         \
        return loop_next_long(first, last, CALLER_PC, CALLER_CFA);                                 \
    }                                                                                              \
    ABI bool GOMP_loop_ull_##name##_start(bool up, ull start, ull end, ull step, ull chunk,        \
                                          ull *first, ull *last);                                  \
    ABI bool GOMP_loop_ull_##name##_start(bool up, ull start, ull end, ull step, ull chunk,        \
                                          ull *first, ull *last)                                   \
    {                                                                                              \
        struct loop loop = loop_ull(schedule, is_ordered, up, start, end, step, chunk);            \
        loop_enter(&loop);                                                                         \
        return loop_next_ull(first, last, CALLER_PC, CALLER_CFA);                                  \
    }                                                                                              \
    LOOP_NEXT(name)

#define LOOP_RUNTIME_START(name, is_ordered)                                                       \
    ABI bool GOMP_loop_##name##_start(long start, long end, long step, long *first, long *last);   \
    ABI bool GOMP_loop_##name##_start(long start, long end, long step, long *first, long *last)    \
    {                                                                                              \
        struct loop loop = loop_long(LOOP_RUNTIME, is_ordered, start, end, step, 0);               \
        loop_enter(&loop);                                                                         \
        return loop_next_long(first, last, CALLER_PC, CALLER_CFA);                                 \
    }                                                                                              \
    ABI bool GOMP_loop_ull_##name##_start(bool up, ull start, ull end, ull step, ull *first,       \
                                          ull *last);                                              \
    ABI bool GOMP_loop_ull_##name##_start(bool up, ull start, ull end, ull step, ull *first,       \
                                          ull *last)                                               \
    {                                                                                              \
        struct loop loop = loop_ull(LOOP_RUNTIME, is_ordered, up, start, end, step, 0);            \
        loop_enter(&loop);                                                                         \
        return loop_next_ull(first, last, CALLER_PC, CALLER_CFA);                                  \
    }                                                                                              \
    LOOP_NEXT(name)

#define LOOP_NEXT(name)                                                                            \
    ABI bool GOMP_loop_##name##_next(long *first, long *last);                                     \
    ABI bool GOMP_loop_##name##_next(long *first, long *last)                                      \
    {                                                                                              \
        return loop_next_long(first, last, CALLER_PC, CALLER_CFA);                                 \
    }                                                                                              \
    ABI bool GOMP_loop_ull_##name##_next(ull *first, ull *last);                                   \
    ABI bool GOMP_loop_ull_##name##_next(ull *first, ull *last)                                    \
    {                                                                                              \
        return loop_next_ull(first, last, CALLER_PC, CALLER_CFA);                                  \
    }

LOOP_CHUNKED(static, LOOP_STATIC, false)
LOOP_CHUNKED(dynamic, LOOP_DYNAMIC, false)
LOOP_CHUNKED(guided, LOOP_GUIDED, false)
LOOP_CHUNKED(nonmonotonic_dynamic, LOOP_DYNAMIC, false)
LOOP_CHUNKED(nonmonotonic_guided, LOOP_GUIDED, false)
LOOP_CHUNKED(ordered_static, LOOP_STATIC, true)
LOOP_CHUNKED(ordered_dynamic, LOOP_DYNAMIC, true)
LOOP_CHUNKED(ordered_guided, LOOP_GUIDED, true)
LOOP_RUNTIME_START(runtime, false)
LOOP_RUNTIME_START(nonmonotonic_runtime, false)
LOOP_RUNTIME_START(maybe_nonmonotonic_runtime, false)
LOOP_RUNTIME_START(ordered_runtime, true)

void loop_leave(void)
{
    struct workshare *share = share_current();
    struct chunk *chunk = share_chunk();
    if (share->loop.ordered && chunk->holds)
        ordered_passed(share, chunk);
    share_leave();
}

ABI void GOMP_loop_end(void);
ABI void GOMP_loop_end(void)
{
    loop_leave();
    team_barrier(CALLER_PC);
}

ABI void GOMP_loop_end_nowait(void);
ABI void GOMP_loop_end_nowait(void) { loop_leave(); }

/* ---- combined parallel loops: the work is set up before the team starts ---------- */

#define PARALLEL_LOOP(name, schedule)                                                              \
    ABI void GOMP_parallel_loop_##name(void (*fn)(void *), void *data, unsigned threads,           \
                                       long start, long end, long step, long chunk,                \
                                       unsigned flags);                                            \
    ABI void GOMP_parallel_loop_##name(void (*fn)(void *), void *data, unsigned threads,           \
                                       long start, long end, long step, long chunk,                \
                                       unsigned flags)                                             \
    {                                                                                              \
        struct loop loop = loop_long(schedule, false, start, end, step, chunk);                    \
        team_parallel(fn, data, threads, flags, ORIGIN, share_prepare, &loop);                     \
    }

#define PARALLEL_LOOP_RUNTIME(name)                                                                \
    ABI void GOMP_parallel_loop_##name(void (*fn)(void *), void *data, unsigned threads,           \
                                       long start, long end, long step, unsigned flags);           \
    ABI void GOMP_parallel_loop_##name(void (*fn)(void *), void *data, unsigned threads,           \
                                       long start, long end, long step, unsigned flags)            \
    {                                                                                              \
        struct loop loop = loop_long(LOOP_RUNTIME, false, start, end, step, 0);                    \
        team_parallel(fn, data, threads, flags, ORIGIN, share_prepare, &loop);                     \
    }

PARALLEL_LOOP(static, LOOP_STATIC)
PARALLEL_LOOP(dynamic, LOOP_DYNAMIC)
PARALLEL_LOOP(guided, LOOP_GUIDED)
PARALLEL_LOOP(nonmonotonic_dynamic, LOOP_DYNAMIC)
PARALLEL_LOOP(nonmonotonic_guided, LOOP_GUIDED)
PARALLEL_LOOP_RUNTIME(runtime)
PARALLEL_LOOP_RUNTIME(nonmonotonic_runtime)
PARALLEL_LOOP_RUNTIME(maybe_nonmonotonic_runtime)
