/* trivial.c - entry points whose answer is simple on this runtime: nothing is
 * cancelled (OMP_CANCELLATION is off), there are no devices and no places. OpenMP 5.0, 2.18, 3.7, 3.2.
 */
#include <omp.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "interleave/abi.h"
#include "interleave/output.h"
#include "interleave/places.h"
#include "interleave/race.h"
#include "interleave/reset.h"
#include "interleave/schedule.h"
#include "interleave/task_cancel.h"
#include "interleave/team.h"
#include "interleave/worksharing.h"

#pragma GCC diagnostic ignored "-Wmissing-prototypes"

#define TASKGROUP 8 /* of what is cancelled: gcc's number for it */

ABI bool GOMP_cancel(int which, bool wanted)
{
    if (which != TASKGROUP)
        return false;
    return wanted ? task_cancel(CALLER_PC, CALLER_CFA)
                  : task_cancellation_point(CALLER_PC, CALLER_CFA);
}

ABI bool GOMP_cancellation_point(int which)
{
    return which == TASKGROUP && task_cancellation_point(CALLER_PC, CALLER_CFA);
}

ABI bool GOMP_loop_end_cancel(void)
{
    share_leave();
    team_barrier(CALLER_PC);
    return false;
}

ABI bool GOMP_sections_end_cancel(void)
{
    share_leave();
    team_barrier(CALLER_PC);
    return false;
}

/* ---- `error at(execution)` ---------------------------------------------------- */

ABI void GOMP_warning(const char *text, size_t length) { (void)text, (void)length; }

ABI void GOMP_error(const char *text, size_t length)
{
    int shown = length == (size_t)-1 ? (int)strlen(text) : (int)length;
    stage.message_pc = CALLER_PC;
    stage_end(END_CRASH, "the program's own error: %.*s", shown, text);
}

/* ---- memory: every allocator is the heap of the execution ---------------------- */

static void *allocate(size_t align, size_t size, int zero)
{
    void *block = heap_alloc(size, align < 16 ? 16 : align, zero);
    if (block)
        race_forget((uintptr_t)block, size);
    return block;
}

ABI void *GOMP_alloc(size_t align, size_t size, uintptr_t allocator)
{
    return (void)allocator, allocate(align, size, 0);
}

ABI void GOMP_free(void *block, uintptr_t allocator)
{
    (void)allocator;
    heap_free(block);
}

ABI void *omp_alloc(size_t size, omp_allocator_handle_t allocator)
{
    return (void)allocator, allocate(16, size, 0);
}

ABI void omp_free(void *block, omp_allocator_handle_t allocator)
{
    (void)allocator;
    heap_free(block);
}

#if !defined(__clang__) /* a linter whose header has no const there */
ABI omp_allocator_handle_t omp_init_allocator(omp_memspace_handle_t space, int traits,
                                              const omp_alloctrait_t list[])
{
    (void)space, (void)traits, (void)list;
    return omp_default_mem_alloc;
}
#endif

ABI void omp_destroy_allocator(omp_allocator_handle_t allocator) { (void)allocator; }
ABI void omp_set_default_allocator(omp_allocator_handle_t allocator) { (void)allocator; }
ABI omp_allocator_handle_t omp_get_default_allocator(void) { return omp_default_mem_alloc; }

/* ---- places, affinity, resources ------------------------------------------------- */

ABI int omp_get_num_places(void) { return 0; }
ABI int omp_get_place_num(void) { return -1; }
ABI int omp_get_place_num_procs(int place) { return (void)place, 0; }
ABI void omp_get_place_proc_ids(int place, int *ids) { (void)place, (void)ids; }
ABI int omp_get_partition_num_places(void) { return 0; }
ABI void omp_get_partition_place_nums(int *places) { (void)places; }
ABI void omp_display_env(int verbose) { (void)verbose; }
ABI void omp_set_affinity_format(const char *format) { (void)format; }
ABI void omp_display_affinity(const char *format) { (void)format; }

ABI size_t omp_get_affinity_format(char *text, size_t room)
{
    if (room)
        *text = '\0';
    return 0;
}

ABI size_t omp_capture_affinity(char *text, size_t room, const char *format)
{
    (void)format;
    if (room)
        *text = '\0';
    return 0;
}
