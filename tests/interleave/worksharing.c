#include "interleave/worksharing.h"

#include "interleave/abi.h"
#include "interleave/cost.h"
#include "interleave/trace.h"

/* ---- shares ------------------------------------------------------------------ */

static struct workshare *share_at(struct team *team, unsigned index)
{
    struct workshare **at = &team->first_share;
    while (*at && (*at)->index != index)
        at = &(*at)->next;
    if (!*at) {
        *at = stage_alloc(sizeof **at);
        (*at)->team = team;
        (*at)->index = index;
    }
    return *at;
}

struct workshare *share_enter(void)
{
    struct implicit *implicit = stage.self->implicit;
    implicit->share = share_at(implicit->team, implicit->shares++);
    if (!implicit->chunk)
        implicit->chunk = stage_alloc(sizeof(struct chunk));
    *(struct chunk *)implicit->chunk = (struct chunk){0};
    return implicit->share;
}

struct workshare *share_current(void)
{
    struct workshare *share = stage.self->implicit->share;
    return share ? share : share_enter();
}

struct chunk *share_chunk(void)
{
    return stage.self->implicit->chunk;
}

void share_leave(void)
{
    struct implicit *implicit = stage.self->implicit;
    struct workshare *share = share_current();
    implicit->share = NULL;
    if (++share->left < share->team->size)
        return;
    struct workshare **at = &share->team->first_share;
    while (*at != share)
        at = &(*at)->next;
    *at = share->next;
}

void share_prepare(struct team *team, const struct loop *loop)
{
    share_at(team, 0)->loop = *loop;
}

/* Stands before taking a piece: two members' grabs conflict. */
static void stand_before_grab(struct workshare *share, const void *pc, uintptr_t cfa)
{
    struct step step = {.kind = STEP_GRAB, .writes = true, .size = 8, .pc = pc, .cfa = cfa,
                        .object = (uintptr_t)&share->mark};
    stand(&step);
    cost_access((uintptr_t)&share->mark, 8, 1, pc);
    cost_add(COST_CHUNK);
}

/* ---- pieces of a loop ----------------------------------------------------------- */

static uint64_t least(uint64_t a, uint64_t b)
{
    return a < b ? a : b;
}

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
        stand_before_grab(share, pc, cfa);
    chunk->holds = own ? take_own(share, chunk) : take_from_pile(share, chunk);
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

static struct loop loop_of(enum loop_schedule schedule, bool ordered, uint64_t start, uint64_t count,
                           uint64_t step, uint64_t chunk)
{
    const struct icv *icv = &stage.self->implicit->icv;
    if (schedule == LOOP_RUNTIME) {
        schedule = (enum loop_schedule)(icv->schedule & 7);
        chunk = (uint64_t)icv->chunk;
    }
    return (struct loop){schedule, ordered, start, step, count, chunk};
}

static struct loop loop_long(enum loop_schedule schedule, bool ordered, long start, long end,
                             long step, long chunk)
{
    uint64_t count = 0, span = (uint64_t)end - (uint64_t)start;
    if (step > 0 && start < end)
        count = (span + (uint64_t)step - 1) / (uint64_t)step;
    else if (step < 0 && start > end)
        count = (0 - span + (0 - (uint64_t)step) - 1) / (0 - (uint64_t)step);
    return loop_of(schedule, ordered, (uint64_t)start, count, (uint64_t)step, (uint64_t)chunk);
}

typedef unsigned long long ull;

static struct loop loop_ull(enum loop_schedule schedule, bool ordered, bool up, ull start, ull end,
                            ull step, ull chunk)
{
    uint64_t count = 0;
    if (up && start < end)
        count = (end - start - 1) / step + 1;
    else if (!up && start > end)
        count = (start - end - 1) / (0 - step) + 1;
    return loop_of(schedule, ordered, start, count, step, chunk);
}

static void enter(const struct loop *loop)
{
    struct workshare *share = share_enter();
    if (!share->loop.step)
        share->loop = *loop;
}

static bool next_long(long *first, long *end, const void *pc, uintptr_t cfa)
{
    uint64_t low, high;
    if (!take(&low, &high, pc, cfa))
        return false;
    *first = (long)low;
    *end = (long)high;
    return true;
}

static bool next_ull(ull *first, ull *end, const void *pc, uintptr_t cfa)
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
#define LOOP_CHUNKED(name, schedule, is_ordered)                                                 \
    ABI bool GOMP_loop_##name##_start(long start, long end, long step, long chunk, long *first,  \
                                      long *last);                                               \
    ABI bool GOMP_loop_##name##_start(long start, long end, long step, long chunk, long *first,  \
                                      long *last)                                                \
    {                                                                                            \
        struct loop loop = loop_long(schedule, is_ordered, start, end, step, chunk);             \
        enter(&loop);                                                                            \
        return next_long(first, last, CALLER_PC, CALLER_CFA);                                    \
    }                                                                                            \
    ABI bool GOMP_loop_ull_##name##_start(bool up, ull start, ull end, ull step, ull chunk,      \
                                          ull *first, ull *last);                                \
    ABI bool GOMP_loop_ull_##name##_start(bool up, ull start, ull end, ull step, ull chunk,      \
                                          ull *first, ull *last)                                 \
    {                                                                                            \
        struct loop loop = loop_ull(schedule, is_ordered, up, start, end, step, chunk);          \
        enter(&loop);                                                                            \
        return next_ull(first, last, CALLER_PC, CALLER_CFA);                                     \
    }                                                                                            \
    LOOP_NEXT(name)

#define LOOP_RUNTIME_START(name, is_ordered)                                                     \
    ABI bool GOMP_loop_##name##_start(long start, long end, long step, long *first, long *last); \
    ABI bool GOMP_loop_##name##_start(long start, long end, long step, long *first, long *last)  \
    {                                                                                            \
        struct loop loop = loop_long(LOOP_RUNTIME, is_ordered, start, end, step, 0);             \
        enter(&loop);                                                                            \
        return next_long(first, last, CALLER_PC, CALLER_CFA);                                    \
    }                                                                                            \
    ABI bool GOMP_loop_ull_##name##_start(bool up, ull start, ull end, ull step, ull *first,     \
                                          ull *last);                                            \
    ABI bool GOMP_loop_ull_##name##_start(bool up, ull start, ull end, ull step, ull *first,     \
                                          ull *last)                                             \
    {                                                                                            \
        struct loop loop = loop_ull(LOOP_RUNTIME, is_ordered, up, start, end, step, 0);          \
        enter(&loop);                                                                            \
        return next_ull(first, last, CALLER_PC, CALLER_CFA);                                     \
    }                                                                                            \
    LOOP_NEXT(name)

#define LOOP_NEXT(name)                                                                          \
    ABI bool GOMP_loop_##name##_next(long *first, long *last);                                   \
    ABI bool GOMP_loop_##name##_next(long *first, long *last)                                    \
    {                                                                                            \
        return next_long(first, last, CALLER_PC, CALLER_CFA);                                    \
    }                                                                                            \
    ABI bool GOMP_loop_ull_##name##_next(ull *first, ull *last);                                 \
    ABI bool GOMP_loop_ull_##name##_next(ull *first, ull *last)                                  \
    {                                                                                            \
        return next_ull(first, last, CALLER_PC, CALLER_CFA);                                     \
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

static void leave_loop(void)
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
    leave_loop();
    team_barrier(CALLER_PC);
}

ABI void GOMP_loop_end_nowait(void);
ABI void GOMP_loop_end_nowait(void)
{
    leave_loop();
}

/* ---- combined parallel loops: the work is set up before the team starts ---------- */

static void prepare_loop(struct team *team, void *argument)
{
    share_prepare(team, argument);
}

#define PARALLEL_LOOP(name, schedule)                                                            \
    ABI void GOMP_parallel_loop_##name(void (*fn)(void *), void *data, unsigned threads,         \
                                       long start, long end, long step, long chunk,              \
                                       unsigned flags);                                          \
    ABI void GOMP_parallel_loop_##name(void (*fn)(void *), void *data, unsigned threads,         \
                                       long start, long end, long step, long chunk,              \
                                       unsigned flags)                                           \
    {                                                                                            \
        (void)flags;                                                                             \
        struct loop loop = loop_long(schedule, false, start, end, step, chunk);                  \
        team_parallel(fn, data, threads, ORIGIN, prepare_loop, &loop);                        \
    }

#define PARALLEL_LOOP_RUNTIME(name)                                                              \
    ABI void GOMP_parallel_loop_##name(void (*fn)(void *), void *data, unsigned threads,         \
                                       long start, long end, long step, unsigned flags);         \
    ABI void GOMP_parallel_loop_##name(void (*fn)(void *), void *data, unsigned threads,         \
                                       long start, long end, long step, unsigned flags)          \
    {                                                                                            \
        (void)flags;                                                                             \
        struct loop loop = loop_long(LOOP_RUNTIME, false, start, end, step, 0);                  \
        team_parallel(fn, data, threads, ORIGIN, prepare_loop, &loop);                        \
    }

PARALLEL_LOOP(static, LOOP_STATIC)
PARALLEL_LOOP(dynamic, LOOP_DYNAMIC)
PARALLEL_LOOP(guided, LOOP_GUIDED)
PARALLEL_LOOP(nonmonotonic_dynamic, LOOP_DYNAMIC)
PARALLEL_LOOP(nonmonotonic_guided, LOOP_GUIDED)
PARALLEL_LOOP_RUNTIME(runtime)
PARALLEL_LOOP_RUNTIME(nonmonotonic_runtime)
PARALLEL_LOOP_RUNTIME(maybe_nonmonotonic_runtime)

/* ---- sections ------------------------------------------------------------------------ */

static unsigned next_section(const void *pc, uintptr_t cfa)
{
    struct workshare *share = share_current();
    stand_before_grab(share, pc, cfa);
    if (share->handed_out == share->loop.count)
        return 0;
    share->handed_out++;
    struct event *event = record(EVENT_SECTION, pc);
    if (event) {
        event->visible = true;
        event->before = (int64_t)share->handed_out;
    }
    return (unsigned)share->handed_out;
}

ABI unsigned GOMP_sections_start(unsigned count);
ABI unsigned GOMP_sections_start(unsigned count)
{
    struct loop loop = {.schedule = LOOP_DYNAMIC, .step = 1, .count = count};
    enter(&loop);
    return next_section(CALLER_PC, CALLER_CFA);
}

ABI unsigned GOMP_sections_next(void);
ABI unsigned GOMP_sections_next(void)
{
    return next_section(CALLER_PC, CALLER_CFA);
}

ABI void GOMP_sections_end(void);
ABI void GOMP_sections_end(void)
{
    share_leave();
    team_barrier(CALLER_PC);
}

ABI void GOMP_sections_end_nowait(void);
ABI void GOMP_sections_end_nowait(void)
{
    share_leave();
}

ABI void GOMP_parallel_sections(void (*fn)(void *), void *data, unsigned threads, unsigned count,
                                unsigned flags);
ABI void GOMP_parallel_sections(void (*fn)(void *), void *data, unsigned threads, unsigned count,
                                unsigned flags)
{
    (void)flags;
    struct loop loop = {.schedule = LOOP_DYNAMIC, .step = 1, .count = count};
    team_parallel(fn, data, threads, ORIGIN, prepare_loop, &loop);
}

/* ---- single ---------------------------------------------------------------------------- */

static bool single_won(const void *pc, uintptr_t cfa)
{
    struct workshare *share = share_enter();
    stand_before_grab(share, pc, cfa);
    if (share->single_taken)
        return false;
    share->single_taken = true;
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
    order_acquire(&share->copy_order);
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
    order_release(&share->copy_order);
    for (int i = 0; i < share->team->size; i++) {
        struct thread *member = share->team->members[i];
        if (member->state == THREAD_BLOCKED && member->waits == WAIT_COPYPRIVATE &&
            member->waits_on == (uintptr_t)share)
            wake(member);
    }
    share_leave();
}
