/* target.c - device constructs where there is no device: the host runs them.
 *
 * As libgomp does without a device: a mapped variable is the variable itself, a
 * target region is a call of its function by a thread that starts anew (a team
 * of one, level 0, control variables as at the start of the program), and what
 * only moves data does nothing. With nowait a target region is a deferred task.
 *
 * gcc passes, for each list item, an address and a kind (include/
 * gomp-constants.h). For most of them the region's function uses the address;
 * two are firstprivate: the value itself, or an address of which the region
 * must get a copy.
 */
#include <string.h>

#include "interleave/abi.h"
#include "interleave/frame_end.h"
#include "interleave/heap.h"
#include "interleave/memory.h"
#include "interleave/race.h"
#include "interleave/task_cancel.h"
#include "interleave/task_own.h"

#pragma GCC diagnostic ignored "-Wmissing-prototypes"

enum {
    TARGET_NOWAIT = 1,       /* flags of the construct */
    KIND = 0xff,             /* of a list item; above it the logarithm of its alignment */
    KIND_FIRSTPRIVATE = 12,  /* an address: the region has a copy */
    ARGUMENT_LIMIT = 2 << 8, /* thread_limit, among the arguments for devices */
    ARGUMENT_ID = 0xff << 8,
    ARGUMENT_DEVICE = 0x7f, /* which device it is for; 0 all */
    ARGUMENT_FOLLOWS = 0x80,
    ARGUMENT_SHIFT = 16
};

/* One target region that is about to run. */
struct target {
    void (*function)(void *);
    size_t count;
    void **items; /* what function gets: a block of count addresses */
    void *copies; /* of firstprivate items, or NULL */
    int thread_limit;
    bool counted; /* it runs beside its creator, though the team is of one */
    struct origin origin;
};

static size_t align_of(unsigned short kind) { return (size_t)1 << (kind >> 8); }

static size_t aligned(size_t at, size_t align) { return (at + align - 1) & ~(align - 1); }

static void *need(size_t size, size_t align)
{
    void *block = heap_alloc(size, align < 16 ? 16 : align, 1);
    if (!block)
        stage_end(END_CRASH, "no memory is left for the data of a target region");
    race_forget((uintptr_t)block, size);
    return block;
}

/* Copies what is firstprivate; items then holds the copies' addresses. */
static void *copy_firstprivate(size_t count, void **items, const size_t *sizes,
                               const unsigned short *kinds, const void *pc)
{
    size_t size = 0, align = 1;
    for (size_t i = 0; i < count; i++) {
        if ((kinds[i] & KIND) != KIND_FIRSTPRIVATE)
            continue;
        size_t own = align_of(kinds[i]);
        align = own > align ? own : align;
        size = aligned(size, own) + sizes[i];
    }
    if (size == 0)
        return NULL;
    char *copies = need(size, align);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        if ((kinds[i] & KIND) != KIND_FIRSTPRIVATE || !items[i])
            continue;
        at = aligned(at, align_of(kinds[i]));
        memory_read(items[i], sizes[i], pc, 0);
        memcpy(copies + at, items[i], sizes[i]);
        items[i] = copies + at;
        at += sizes[i];
    }
    return copies;
}

static int limit_among(void **arguments)
{
    while (arguments && *arguments) {
        intptr_t id = (intptr_t)*arguments++;
        intptr_t value = id & ARGUMENT_FOLLOWS ? (intptr_t)*arguments++ : id >> ARGUMENT_SHIFT;
        if ((id & ARGUMENT_DEVICE) == 0 && (id & ARGUMENT_ID) == ARGUMENT_LIMIT)
            return value > MAX_THREADS ? MAX_THREADS : (int)value;
    }
    return 0;
}

/* The region itself, on whatever thread it came to. */
static void run_target(void *argument)
{
    struct target *target = argument;
    struct icv icv = icv_initial();
    if (target->thread_limit > 0 && target->thread_limit < icv.thread_limit)
        icv.thread_limit = target->thread_limit;
    struct team *team = team_alone(target->function, target->items, &icv, target->origin);
    target->function(target->items);
    team_not_alone(team);
    if (target->copies)
        heap_free(target->copies);
    if (target->counted)
        stage.regions--;
}

/* Later, or at once by a thread that is free. A team of one counts as a region
 * meanwhile: its thread and the task are two. */
static void defer(struct target *target, struct task *task, void **depend)
{
    void **items = need((target->count + 1) * sizeof *items, 16);
    memcpy(items, target->items, target->count * sizeof *items);
    target->items = items;
    target->counted = task->team->size == 1;
    stage.regions += target->counted;
    task->data = target;
    task_defer(task, depend);
}

ABI void GOMP_target_ext(int device, void (*function)(void *), size_t count, void **items,
                         size_t *sizes, unsigned short *kinds, unsigned flags, void **depend,
                         void **arguments)
{
    (void)device;
    struct target *target = stage_alloc(sizeof *target);
    *target = (struct target){.function = function,
                              .count = count,
                              .items = items,
                              .thread_limit = limit_among(arguments),
                              .origin = ORIGIN};
    target->copies = copy_firstprivate(count, items, sizes, kinds, CALLER_PC);
    bool later = flags & TARGET_NOWAIT && !task_current()->final;
    if (!later && !depend) {
        run_target(target);
        return;
    }
    if (later)
        frame_lends(CALLER_FRAME, CALLER_PC);
    struct task *task = task_new(run_target, 0, construct_of(function));
    if (later && task_refused(task, false, CALLER_PC, CALLER_CFA))
        task_drop(task);
    else if (later)
        defer(target, task, depend);
    else
        task_include(task, target, depend, CALLER_PC);
}

/* The form of OpenMP 4.0: kinds of one byte, no clauses. */
ABI void GOMP_target(int device, void (*function)(void *), const void *unused, size_t count,
                     void **items, size_t *sizes, unsigned char *kinds)
{
    (void)device, (void)unused, (void)sizes, (void)kinds;
    struct target target = {.function = function, .count = count, .items = items, .origin = ORIGIN};
    run_target(&target);
}

/* ---- data that need not move ------------------------------------------------------ */

static void nothing(void *unused) { (void)unused; }

/* Nothing is moved, but tasks may be ordered by it. */
static void move(unsigned flags, void **depend, const void *pc)
{
    if (!depend)
        return;
    struct task *task = task_new(nothing, 0, pc);
    if (flags & TARGET_NOWAIT && !task_current()->final && task->team->size > 1)
        task_defer(task, depend);
    else
        task_include(task, NULL, depend, pc);
}

ABI void GOMP_target_update_ext(int device, size_t count, void **items, size_t *sizes,
                                unsigned short *kinds, unsigned flags, void **depend)
{
    (void)device, (void)count, (void)items, (void)sizes, (void)kinds;
    move(flags, depend, CALLER_PC);
}

ABI void GOMP_target_enter_exit_data(int device, size_t count, void **items, size_t *sizes,
                                     unsigned short *kinds, unsigned flags, void **depend)
{
    (void)device, (void)count, (void)items, (void)sizes, (void)kinds;
    move(flags, depend, CALLER_PC);
}

ABI void GOMP_target_data_ext(int device, size_t count, void **items, size_t *sizes,
                              unsigned short *kinds)
{
    (void)device, (void)count, (void)items, (void)sizes, (void)kinds;
}

ABI void GOMP_target_data(int device, const void *unused, size_t count, void **items, size_t *sizes,
                          unsigned char *kinds)
{
    (void)device, (void)unused, (void)count, (void)items, (void)sizes, (void)kinds;
}

ABI void GOMP_target_update(int device, const void *unused, size_t count, void **items,
                            size_t *sizes, unsigned char *kinds)
{
    (void)device, (void)unused, (void)count, (void)items, (void)sizes, (void)kinds;
}

ABI void GOMP_target_end_data(void) {}
