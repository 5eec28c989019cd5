/* record.c - the recording of an execution: events, values, watched variables. */
#include "interleave/record.h"

#include <stdio.h>
#include <string.h>

#include "interleave/checkpoint.h"
#include "interleave/exclusion.h"
#include "interleave/frame_end.h"
#include "interleave/interleave.h"
#include "interleave/libc.h"
#include "interleave/places.h"
#include "interleave/schedule.h"
#include "interleave/team.h"

static struct column watched[8];
static OF_EXECUTION int watched_count;
static int settled; /* events whose effect has been seen */

/* Sign-extended, or raw for 8 bytes. */
static int64_t value_at(uintptr_t address, uint32_t size)
{
    int8_t one;
    int16_t two;
    int32_t four;
    int64_t eight = 0;
    const void *at = (const void *)address;
    switch (size) {
    case 1:
        memcpy(&one, at, 1);
        return one;
    case 2:
        memcpy(&two, at, 2);
        return two;
    case 4:
        memcpy(&four, at, 4);
        return four;
    case 8:
        memcpy(&eight, at, 8);
        return eight;
    default:
        return 0;
    }
}

void record_begin(void)
{
    watched_count = settled = 0;
    if (stage.trace)
        trace_clear(stage.trace);
}

/* By the time the next event comes, the last one's access has been done. */
void record_settle(void)
{
    struct trace *trace = stage.trace;
    if (!trace || trace->count <= settled)
        return;
    settled = trace->count;
    struct event *event = &trace->events[trace->count - 1];
    if (event->kind == EVENT_WRITE && event->valued)
        event->after = value_at(event->object, event->size);
    for (int i = 0; i < watched_count; i++)
        event->columns[i] = value_at(watched[i].address, watched[i].size);
}

static char watched_type(uintptr_t address)
{
    for (int i = 0; i < watched_count; i++)
        if (address >= watched[i].address && address < watched[i].address + watched[i].size)
            return watched[i].type;
    return 0;
}

/* As place_type() says. */
static char variable_type(uintptr_t address, size_t size);

/* Names are asked for while the frames stand that they depend on. */
void record_object(struct event *event)
{
    char name[64];
    if (!variable_name(event->object, event->size, name, sizeof name))
        return;
    event->name = trace_keep(stage.trace, name);
    event->type = watched_type(event->object);
    if (!event->type)
        event->type = variable_type(event->object, event->size);
}

void record_access_value(struct event *event)
{
    record_object(event);
    if (event->size != 1 && event->size != 2 && event->size != 4 && event->size != 8)
        return;
    event->valued = true;
    event->before = event->after = value_at(event->object, event->size);
}

struct event *record(enum event_kind kind, const void *pc)
{
    if (!stage.trace)
        return NULL;
    const struct thread *self = stage.self;
    if (self->slot >= stage.trace->threads)
        stage.trace->threads = self->slot + 1;
    if (self->task)
        stage.trace->tasks |= UINT64_C(1) << self->slot;
    if (stage.machine && kind != EVENT_PAUSE && kind != EVENT_STUCK)
        return NULL; /* its timeline shows how long, not what */
    record_settle();
    struct event *event = trace_append(stage.trace);
    event->kind = kind;
    event->thread = self->slot;
    event->number = self->number;
    event->pc = pc;
    event->core = stage.machine ? self->core : -1;
    event->start = event->end = self->clock;
    return event;
}

void record_label(const char *label, const void *pc)
{
    struct event *event = record(EVENT_LABEL, pc);
    if (!event)
        return;
    event->visible = true;
    event->label = label;
}

void interleave_watch(const char *name, const void *address, size_t size, char type)
{
    if (watched_count == 8)
        return;
    struct column *column = &watched[watched_count++];
    *column = (struct column){.address = (uintptr_t)address, .size = (uint32_t)size, .type = type};
    snprintf(column->name, sizeof column->name, "%s", name);
    struct trace *trace = stage.trace;
    if (!trace)
        return;
    trace->columns[watched_count - 1] = *column;
    trace->initial[watched_count - 1] = value_at(column->address, column->size);
    trace->column_count = watched_count;
}

static bool watched_name(uintptr_t address, char *name, size_t room)
{
    for (int i = 0; i < watched_count; i++)
        if (address >= watched[i].address && address < watched[i].address + watched[i].size) {
            snprintf(name, room, "%s", watched[i].name);
            return true;
        }
    return false;
}

/* The frames of the stack that holds address, as far as regions tell: the
 * functions that forked, innermost first. */
static int frames_of(uintptr_t address, struct frame *frames, int room)
{
    int slot = fiber_holding(address), count = 0;
    const struct team *deepest = NULL;
    if (slot >= 0 && frame_lent(slot, address, &frames[0]))
        count++;
    for (int i = 0; slot >= 0 && i < order_slots; i++) {
        const struct team *team = stage.threads[i].team;
        if (team && (!deepest || team->depth > deepest->depth))
            deepest = team;
    }
    for (const struct team *team = deepest; team && team->parent && count < room;
         team = team->parent)
        if (team->master->slot == slot)
            frames[count++] = (struct frame){team->pc, team->frame};
    return count;
}

/* What DWARF needs to know about a stack address. */
struct asked {
    struct frame frames[8];
    int count;
    const void *region; /* a return address in the region's function */
    uintptr_t block;    /* its argument block */
};

static struct asked context_of(uintptr_t address)
{
    struct asked asked = {0};
    asked.count = frames_of(address, asked.frames, 8);
    const struct thread *self = stage.self ? stage.self : &stage.threads[0];
    const struct team *team = self->team;
    for (int level = 0; team && team->parent && level < 8; level++, team = team->parent)
        if (team->data && address >= (uintptr_t)team->data &&
            address < (uintptr_t)team->data + 4096) {
            asked.region = (const char *)(uintptr_t)team->function + 1;
            asked.block = (uintptr_t)team->data;
            return asked;
        }
    return asked;
}

bool variable_name(uintptr_t address, size_t size, char *name, size_t room)
{
    if (watched_name(address, name, room) || libc_name(address, name, room))
        return true;
    struct asked asked = context_of(address);
    return place_name(address, size, asked.frames, asked.count, asked.region, asked.block, name,
                      room);
}

static char variable_type(uintptr_t address, size_t size)
{
    struct asked asked = context_of(address);
    return place_type(address, size, asked.frames, asked.count, asked.region, asked.block);
}
