/* parallel_start.c - regions in two calls, as gcc made them before OpenMP 4.0.
 *
 * Between GOMP_parallel_start(function, data, ...) and GOMP_parallel_end() the
 * program itself calls function(data) for the thread that met the region. Old
 * objects do so, and programs that call the runtime by hand.
 */
#include "interleave/abi.h"
#include "interleave/loop.h"

#pragma GCC diagnostic ignored "-Wmissing-prototypes"

/* What the program calls now lies below. */
static void starts_at(struct team *team, uintptr_t cfa) { team->floor = cfa; }

ABI void GOMP_parallel_start(void (*fn)(void *), void *data, unsigned threads)
{
    starts_at(team_start(fn, data, threads, 0, ORIGIN, NULL, NULL), CALLER_CFA);
}

ABI void GOMP_parallel_end(void)
{
    struct team *team = stage.self->team;
    if (team->master != stage.self || team->level == 0) {
        stage.message_pc = CALLER_PC;
        stage_end(END_CRASH, "GOMP_parallel_end() without the GOMP_parallel_start() before it");
    }
    team_join(team);
}

#define PARALLEL_LOOP_START(name, schedule)                                                        \
    ABI void GOMP_parallel_loop_##name##_start(void (*fn)(void *), void *data, unsigned threads,   \
                                               long start, long end, long step, long chunk)        \
    {                                                                                              \
        struct loop loop = loop_long(schedule, false, start, end, step, chunk);                    \
        starts_at(team_start(fn, data, threads, 0, ORIGIN, share_prepare, &loop), CALLER_CFA);     \
    }

PARALLEL_LOOP_START(static, LOOP_STATIC)
PARALLEL_LOOP_START(dynamic, LOOP_DYNAMIC)
PARALLEL_LOOP_START(guided, LOOP_GUIDED)

ABI void GOMP_parallel_loop_runtime_start(void (*fn)(void *), void *data, unsigned threads,
                                          long start, long end, long step)
{
    struct loop loop = loop_long(LOOP_RUNTIME, false, start, end, step, 0);
    starts_at(team_start(fn, data, threads, 0, ORIGIN, share_prepare, &loop), CALLER_CFA);
}

ABI void GOMP_parallel_sections_start(void (*fn)(void *), void *data, unsigned threads,
                                      unsigned count)
{
    struct loop loop = {.schedule = LOOP_DYNAMIC, .step = 1, .count = count};
    starts_at(team_start(fn, data, threads, 0, ORIGIN, share_prepare, &loop), CALLER_CFA);
}
