/* lanes_judge.c - two iterations in conflict: in lockstep, or in any order. */
#include <string.h>

#include "interleave/lanes_own.h"
#include "interleave/places.h"
#include "interleave/race.h"
#include "interleave/schedule.h"

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
    race.any_order = lanes->any_order;
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

static bool is_listed(const struct own_list *list, uintptr_t address)
{
    for (int i = 0; i < list->count; i++)
        if (address - list->of[i].address < list->of[i].size)
            return true;
    return false;
}

static bool is_own(const struct lanes *lanes, uintptr_t address)
{
    const struct fiber *fiber = &stage.self->fiber;
    bool called = address >= fiber->low && address < lanes->low; /* by the body */
    return called || is_listed(&lanes->own, address);
}

static void move_to(struct lanes *lanes, const void *pc)
{
    lanes->at.round += pc < lanes->at.pc;
    lanes->at.pc = pc;
}

/* Iterations in any order: whatever one writes and another touches. In the frame
 * of the loop lie private variables, whose place each iteration uses anew: there
 * it counts only that one reads what another wrote, but for what they are known to
 * have in common. */
static void judge_any_order(const struct lanes *lanes, struct entry *entry, bool shared, bool write,
                            const void *pc)
{
    const struct visit now = {.lane = lanes->lane, .pc = pc};
    struct visit *writer = &entry->writer, *reader = &entry->reader, *other = &entry->other;
    const struct visit *reads = reader->lane != now.lane ? reader : other;
    if (writer->lane && writer->lane != now.lane && (shared || !write))
        report(lanes, entry, writer, true, write, pc);
    else if (write && shared && reads->lane)
        report(lanes, entry, reads, false, true, pc);
    if (!write && reader->lane != now.lane)
        *other = *reader;
    if (write)
        other->lane = reader->lane = 0;
    *(write ? writer : reader) = now;
}

void lanes_judge(struct lanes *lanes, uintptr_t address, size_t size, bool write, const void *pc)
{
    const void *place = lanes->depth ? lanes->call : pc;
    if (is_own(lanes, address) || (lanes->any_order && lanes->locks > 0))
        return;
    bool copies = !write && lanes->last_size == size && lanes->last_address != address;
    lanes->after = copies ? lanes->last_pc : NULL;
    if (!lanes->after || size <= 8) /* else one step with the write */
        move_to(lanes, place);
    lanes->last_size = write ? size : 0;
    lanes->last_address = address;
    lanes->last_pc = pc;
    bool shared =
        address < lanes->low || address >= lanes->high || is_listed(&lanes->common, address);
    for (size_t at = 0; at < size; at += 8) {
        size_t piece = size - at < 8 ? size - at : 8;
        struct entry *entry = lanes_entry(lanes, address + at, piece);
        if (!entry)
            return;
        if (lanes->any_order)
            judge_any_order(lanes, entry, shared, write, pc);
        else
            (write ? judge_write : judge_read)(lanes, entry, shared, pc);
    }
}
