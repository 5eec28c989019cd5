#include "interleave/lanes.h"

#include <stdlib.h>
#include <string.h>

#include "interleave/abi.h"
#include "interleave/hash.h"
#include "interleave/places.h"
#include "interleave/race.h"
#include "interleave/simd_loops.h"
#include "interleave/team.h"

#pragma GCC diagnostic ignored "-Wmissing-prototypes"

/* Where in the body: gcc lays it out in the order of the text; each time that
 * the body goes back (a loop within it) a new round begins. */
struct position {
    uint32_t round;
    uint32_t ordered; /* which of the body's ordered blocks; 0 none */
    const void *pc;
};

struct visit {
    uint32_t lane; /* counted from 1; 0 nobody */
    struct position at;
    const void *pc;    /* of the access itself, for reports */
    const void *after; /* a read: the write that came directly before, of the same size, or NULL */
};

/* What the lanes of one loop did last to some bytes. */
struct entry {
    uintptr_t address;
    uint32_t loop; /* the run of the loop that it belongs to */
    uint32_t size;
    struct visit writer, reader;
};

#define MOST_OWN 32         /* more than a pragma that is read can name */
#define MOST_FORGOTTEN 4096 /* bytes that are looked at one by one */

struct own {
    uintptr_t address;
    size_t size;
};

/* One thread's lanes. */
static struct lanes {
    uint64_t execution;
    const struct task *task; /* that runs the loop */
    int number;              /* of the loop, or -1: what comes is another */
    uint32_t loop;           /* counts loops run on this thread */
    uint32_t lane;
    uint32_t blocks; /* ordered blocks begun in this lane */
    long safelen;

    uintptr_t low, high; /* the frame of the function with the loop */
    const void *pc;      /* in that function */
    struct position at;
    const void *call;    /* while the body has called a function: from where */
    unsigned depth;      /* of such calls */
    unsigned nested;     /* lanes of simd loops in them: not judged on their own */
    size_t last_size;    /* of the write that came directly before this access, else 0 */
    const void *last_pc; /* and where it is */
    const void *after;   /* last_pc, where this read has the size of that write; else NULL */

    struct own own[MOST_OWN];
    int own_count;

    struct entry *table;
    unsigned room, count; /* a power of two; entries of this loop */
} of[MAX_THREADS];

static struct lanes *lanes_self(void)
{
    struct lanes *lanes = &of[stage.self->slot];
    if (lanes->execution != stage.execution) {
        lanes->execution = stage.execution;
        lanes->number = -1;
        lanes->own_count = 0;
    }
    return lanes;
}

/* ---- the table ------------------------------------------------------------------------ */

static struct entry *look(const struct lanes *lanes, uintptr_t address)
{
    unsigned i = (unsigned)hash_mix(address, 5) & (lanes->room - 1);
    while (lanes->table[i].loop == lanes->loop && lanes->table[i].address != address)
        i = (i + 1) & (lanes->room - 1);
    return &lanes->table[i];
}

static void grow(struct lanes *lanes)
{
    struct lanes old = *lanes;
    lanes->room = old.room ? 2 * old.room : 256;
    lanes->table = calloc(lanes->room, sizeof *lanes->table);
    if (!lanes->table)
        abort();
    for (unsigned i = 0; i < old.room; i++)
        if (old.table[i].loop == old.loop)
            *look(lanes, old.table[i].address) = old.table[i];
    free(old.table);
}

/* The record of these bytes; NULL when there are too many to remember. */
static struct entry *entry_of(struct lanes *lanes, uintptr_t address, size_t size)
{
    if (lanes->room == 0)
        grow(lanes);
    struct entry *entry = look(lanes, address);
    if (entry->loop != lanes->loop) {
        if (lanes->count >= MAX_LANE_WORDS)
            return NULL;
        if (++lanes->count * 2 > lanes->room) {
            grow(lanes);
            entry = look(lanes, address);
        }
        *entry = (struct entry){.address = address, .loop = lanes->loop};
    }
    entry->size = (uint32_t)size;
    return entry;
}

/* ---- judgement ------------------------------------------------------------------------- */

/* In lockstep, does `first` come before `second`, for sure? */
static bool before(const struct position *first, const struct position *second)
{
    return first->round <= second->round && first->pc < second->pc;
}

static bool in_turn(const struct position *a, const struct position *b)
{
    return a->ordered && a->ordered == b->ordered;
}

/* Lanes that may run at once. */
static bool together(const struct lanes *lanes, const struct visit *then)
{
    return then->lane && then->lane < lanes->lane &&
           (lanes->safelen <= 0 || lanes->lane - then->lane < (uint64_t)lanes->safelen);
}

static void report(const struct lanes *lanes, const struct entry *entry, const struct visit *then,
                   bool wrote, bool writes, const void *pc)
{
    struct access side = {.thread = stage.self->slot,
                          .number = stage.self->number,
                          .task = stage.self->task != NULL,
                          .size = entry->size};
    struct race race = {.address = entry->address, .first = side, .second = side};
    race.first.pc = then->pc;
    race.first.write = wrote;
    race.second.pc = pc;
    race.second.write = writes;
    race.lane[0] = then->lane;
    race.lane[1] = lanes->lane;
    struct frame frame = {lanes->pc, lanes->high};
    if (race.address >= lanes->low && race.address < lanes->high)
        place_name(race.address, entry->size, &frame, 1, lanes->pc, 0, race.name, sizeof race.name);
    race_report(&race);
}

/* It sees what an earlier iteration writes only after all have read. */
static void judge_read(struct lanes *lanes, struct entry *entry, bool shared, const void *pc)
{
    const struct visit *writer = &entry->writer;
    bool own = writer->lane == lanes->lane;
    if (!own && together(lanes, writer) && !in_turn(&writer->at, &lanes->at) &&
        !before(&writer->at, &lanes->at))
        report(lanes, entry, writer, true, false, pc);
    if (!own || shared)
        entry->reader = (struct visit){lanes->lane, lanes->at, pc, lanes->after};
}

/* Of a struct that is copied gcc announces the write, then the read. A small one
 * looks like a statement and the next, but for the line. */
static bool copies_struct(const struct visit *reader)
{
    return reader->after && place_of(reader->after).line == place_of(reader->pc).line;
}

/* It overwrites what an earlier iteration has yet to read, or is overwritten by
 * an earlier iteration's later statement. */
static void judge_write(struct lanes *lanes, struct entry *entry, bool shared, const void *pc)
{
    const struct visit *reader = &entry->reader, *writer = &entry->writer;
    if (together(lanes, reader) && !in_turn(&reader->at, &lanes->at) &&
        before(&lanes->at, &reader->at) && !copies_struct(reader))
        report(lanes, entry, reader, false, true, pc);
    else if (shared && together(lanes, writer) && !in_turn(&writer->at, &lanes->at) &&
             lanes->at.round == 0 && before(&lanes->at, &writer->at))
        report(lanes, entry, writer, true, true, pc);
    entry->writer = (struct visit){lanes->lane, lanes->at, pc, NULL};
    entry->reader.lane = 0;
}

static bool is_own(const struct lanes *lanes, uintptr_t address)
{
    const struct fiber *fiber = &stage.self->fiber;
    if (address >= fiber->low && address < lanes->low)
        return true; /* the stack of what the body called */
    for (int i = 0; i < lanes->own_count; i++)
        if (address - lanes->own[i].address < lanes->own[i].size)
            return true;
    return false;
}

static void move_to(struct lanes *lanes, const void *pc)
{
    lanes->at.round += pc < lanes->at.pc;
    lanes->at.pc = pc;
}

void lanes_access(uintptr_t address, size_t size, bool write, const void *pc)
{
    struct lanes *lanes = &of[stage.self->slot];
    const void *place = lanes->depth ? lanes->call : pc;
    if (is_own(lanes, address))
        return;
    lanes->after = !write && lanes->last_size == size ? lanes->last_pc : NULL;
    if (!lanes->after || size <= 8) /* else one step with the write */
        move_to(lanes, place);
    lanes->last_size = write ? size : 0;
    lanes->last_pc = pc;
    bool shared = address < lanes->low || address >= lanes->high;
    for (size_t at = 0; at < size; at += 8) {
        size_t piece = size - at < 8 ? size - at : 8;
        struct entry *entry = entry_of(lanes, address + at, piece);
        if (!entry)
            return;
        (write ? judge_write : judge_read)(lanes, entry, shared, pc);
    }
}

void lanes_call(const void *caller)
{
    struct lanes *lanes = &of[stage.self->slot];
    if (lanes->depth++ == 0)
        lanes->call = caller;
}

void lanes_return(void)
{
    struct lanes *lanes = &of[stage.self->slot];
    if (lanes->depth > 0)
        lanes->depth--;
}

void lanes_forget(uintptr_t address, size_t size)
{
    struct lanes *lanes = &of[stage.self->slot];
    if (size > MOST_FORGOTTEN) { /* quicker, and no false alarm either: all */
        lanes->loop++;
        lanes->count = 0;
    }
    for (size_t at = 0; at < size && lanes->room && lanes->count; at++) {
        struct entry *entry = look(lanes, address + at);
        if (entry->loop == lanes->loop)
            entry->writer.lane = entry->reader.lane = 0;
    }
}

void lanes_end_chunk(struct thread *thread) { of[thread->slot].number = -1; }

/* ---- the calls that simd_source.c adds ------------------------------------------------------ */

/* Before the construct: what its clauses say. Returns 0. */
ABI int __interleave_simd(const char *function, int in_source, long safelen, int on)
{
    struct thread *self = stage.self;
    if (!self || self->in_lane)
        return 0;
    struct simd_loop *loop = simd_loop(simd_loop_number(function, in_source));
    loop->safelen = safelen;
    loop->on = on != 0;
    lanes_self()->number = -1;
    return 0;
}

/* At the head of an iteration, before __interleave_lane: its own copy of what all combine. */
ABI int __interleave_own(const volatile void *address, size_t size)
{
    struct thread *self = stage.self;
    if (!self || self->in_lane)
        return 0;
    struct lanes *lanes = lanes_self();
    if (lanes->own_count < MOST_OWN)
        lanes->own[lanes->own_count++] = (struct own){(uintptr_t)address, size};
    return 0;
}

static void begin_loop(struct lanes *lanes, int number, const struct task *task)
{
    lanes->number = number;
    lanes->task = task;
    lanes->loop++;
    lanes->count = lanes->lane = 0;
    lanes->safelen = simd_loop(number)->safelen;
}

/* Begins an iteration. Returns 1. */
ABI int __interleave_lane(const char *function, int in_source)
{
    struct thread *self = stage.self;
    if (!self)
        return 1;
    struct lanes *lanes = lanes_self();
    if (self->in_lane) {
        lanes->nested++;
        return 1;
    }
    int number = simd_loop_number(function, in_source);
    if (!simd_loop(number)->on || stage.machine || stage.execution > stage.lanes_until)
        return 1;
    const struct task *task = self->implicit->task;
    if (lanes->number != number || lanes->task != task)
        begin_loop(lanes, number, task);
    lanes->lane++;
    if (lanes->count >= MAX_LANE_WORDS)
        return 1;
    lanes->pc = CALLER_PC;
    lanes->low = CALLER_CFA;
    lanes->high = CALLER_FRAME;
    lanes->at = (struct position){0};
    lanes->depth = lanes->nested = lanes->blocks = 0;
    lanes->last_size = 0;
    self->in_lane = true;
    return 1;
}

ABI void __interleave_lane_end(int *unused)
{
    struct thread *self = stage.self;
    (void)unused;
    if (!self)
        return;
    struct lanes *lanes = &of[self->slot];
    if (self->in_lane && lanes->nested > 0) {
        lanes->nested--;
        return;
    }
    self->in_lane = false;
    lanes->own_count = 0;
}

/* Around the block of `ordered simd`. Returns 1. */
ABI int __interleave_ordered(void)
{
    if (stage.self && stage.self->in_lane) {
        struct lanes *lanes = &of[stage.self->slot];
        lanes->at.ordered = ++lanes->blocks;
    }
    return 1;
}

ABI void __interleave_ordered_end(int *unused)
{
    (void)unused;
    if (stage.self && stage.self->in_lane)
        of[stage.self->slot].at.ordered = 0;
}
