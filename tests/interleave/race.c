#include "interleave/race.h"

#include <stdlib.h>
#include <string.h>

#include "interleave/code.h"
#include "interleave/exclusion.h"
#include "interleave/frame_end.h"
#include "interleave/hash.h"
#include "interleave/lanes.h"
#include "interleave/objects.h"
#include "interleave/places.h"
#include "interleave/reduction.h"
#include "interleave/schedule.h"
#include "interleave/shadow.h"
#include "interleave/strand.h"
#include "interleave/task.h"
#include "interleave/worksharing.h"

struct race race_found[MAX_RACES];
int race_count;

void race_begin(void)
{
    race_count = 0;
    shadow_begin((uint32_t)stage.execution, stage.policy->compares_states);
}

static struct access side(const struct epoch *epoch, bool write, bool atomic, uint32_t size)
{
    struct strand_who who = strand_who((int)(epoch->who & 255));
    return (struct access){.pc = code_at(epoch->who >> 8),
                           .thread = who.thread,
                           .number = who.number,
                           .task = who.task,
                           .made_at = who.made_at,
                           .leaves = write && frame_end_at(code_at(epoch->who >> 8)),
                           .write = write,
                           .atomic = atomic,
                           .size = size};
}

/* Names are asked for while the region's frames still stand, and once for each
 * pair of places: asking takes a look at the debugging information. */
static void name_once(struct race *race)
{
    static struct race named[MAX_RACES];
    static int count;
    for (int i = 0; i < count; i++)
        if (named[i].first.pc == race->first.pc && named[i].second.pc == race->second.pc &&
            named[i].address == race->address) {
            memcpy(race->name, named[i].name, sizeof race->name);
            return;
        }
    if (!race->first.leaves || !frame_end_name(race->first.pc, race->address, race->second.size,
                                               race->name, sizeof race->name))
        variable_name(race->address, race->second.size, race->name, sizeof race->name);
    if (count < MAX_RACES)
        named[count++] = *race;
}

static bool known(uintptr_t address, const void *first, const void *second)
{
    for (int i = 0; i < race_count; i++)
        if (race_found[i].address == address && race_found[i].first.pc == first &&
            race_found[i].second.pc == second)
            return true;
    return race_count == MAX_RACES;
}

void race_report(const struct race *race)
{
    for (int i = 0; i < race_count; i++)
        if (race_found[i].first.pc == race->first.pc && race_found[i].second.pc == race->second.pc)
            return;
    if (race_count == MAX_RACES)
        return;
    race_found[race_count++] = *race;
    if (!race->name[0])
        name_once(&race_found[race_count - 1]);
}

static void report(uintptr_t address, struct access first, struct access second)
{
    race_found[race_count++] = (struct race){.address = address, .first = first, .second = second};
    name_once(&race_found[race_count - 1]);
}

/* One access under judgement, and what it was compared with last. */
struct candidate {
    uintptr_t address;
    uint32_t size;
    bool write, atomic;
    const void *pc;
    bool leaves; /* the end of a frame */
};

static inline struct epoch epoch_now(const void *pc)
{
    const struct thread *self = stage.self;
    return (struct epoch){.at = self->order.hb.at[self->strand],
                          .who = (uint32_t)self->strand | code_of(pc) << 8};
}

/* No access, the strand's own, or one that it comes after: a strand knows its own
 * clock, and 0 is never ahead. */
static inline bool harmless(const struct epoch *then)
{
    return then->at <= stage.self->order.hb.at[then->who & 255];
}

/* Of a loop without any iteration each thread takes itself for the last, and gcc
 * has them all write back what is lastprivate (the iteration variable of a simd
 * loop is, too). The value is unspecified: nobody may look at it. */
static bool writes_back(const void *pc)
{
    static struct {
        const void *pc;
        bool yes;
    } cache[64];
    size_t i = (uintptr_t)pc / 4 % 64;
    if (cache[i].pc != pc) {
        cache[i].pc = pc;
        cache[i].yes = strncmp(place_of(pc).text, "#pragma omp", 11) == 0;
    }
    return cache[i].yes;
}

static void against(const struct candidate *now, const struct epoch *then, bool write, bool atomic)
{
    if (harmless(then) || reduction_orders(now->address, (int)(then->who & 255), then->at) ||
        known(now->address, code_at(then->who >> 8), now->pc))
        return;
    bool same_write = write && now->write && !atomic && code_at(then->who >> 8) == now->pc;
    if (same_write && writes_back(now->pc))
        return;
    struct epoch self = epoch_now(now->pc);
    report(now->address, side(then, write, atomic, now->size),
           side(&self, now->write, now->atomic, now->size));
}

/* Compares with every thread's own record, where one epoch was not enough. */
static void against_all(const struct candidate *now, const struct wide *wide)
{
    for (int i = 0; i < wide->strands; i++) {
        const struct by_strand *by = &wide->by[i];
        if (!now->atomic && !now->leaves)
            against(now, &by->atomic_write, true, true);
        if (now->write) {
            against(now, &by->plain_read, false, false);
            if (!now->atomic && !now->leaves)
                against(now, &by->atomic_read, false, true);
        }
    }
}

/* Field by field: a copy of the whole would wait for its parts to be stored. */
static inline void set(struct epoch *epoch, const void *pc)
{
    struct epoch now = epoch_now(pc);
    epoch->at = now.at;
    epoch->who = now.who;
}

static inline bool same_epoch(const struct epoch *epoch)
{
    const struct thread *self = stage.self;
    return (int)(epoch->who & 255) == self->strand && epoch->at == self->order.hb.at[self->strand];
}

/* Nearly every access: a plain one that no other can race with and that one
 * epoch is enough for. False when it is another. */
static inline bool quiet(struct record *record, bool write, const void *pc)
{
    if (record->wide || !harmless(&record->write) || !harmless(&record->read))
        return false;
    if (!write) {
        if (!same_epoch(&record->read)) /* else the first of the epoch stands for all */
            set(&record->read, pc);
        return true;
    }
    if (!same_epoch(&record->write))
        set(&record->write, pc);
    record->read.at = 0;
    return true;
}

static void remember_wide(struct record *record, const struct candidate *now)
{
    struct wide *wide = shadow_widen(record, order_strands);
    struct by_strand *by = &wide->by[stage.self->strand];
    set(!now->atomic ? &by->plain_read
        : now->write ? &by->atomic_write
                     : &by->atomic_read,
        now->pc);
}

static void judge(struct record *record, const struct candidate *now)
{
    if (!now->atomic && quiet(record, now->write, now->pc))
        return;
    against(now, &record->write, true, false);
    if (now->write)
        against(now, &record->read, false, false);
    if (record->wide)
        against_all(now, record->wide);
    if (now->write && !now->atomic) {
        set(&record->write, now->pc);
        record->read.at = 0;
        record->wide = NULL;
    } else if (!now->write && !now->atomic && !record->wide && harmless(&record->read)) {
        set(&record->read, now->pc);
    } else {
        remember_wide(record, now);
    }
}

/* Accesses of one word that differ: a record for each part of it. */
static void access_parts(struct cell *cell, struct candidate now, unsigned offset)
{
    unsigned shape =
        offset | now.size | (cell->granule ? cell->granule : cell->offset | cell->size);
    unsigned granule = shape & -shape;
    if (cell->granule == 0 || granule < cell->granule)
        shadow_split(cell, granule);
    uintptr_t start = now.address;
    int before = race_count;
    for (unsigned at = offset; at < offset + now.size; at += cell->granule) {
        now.address = start + at - offset;
        judge(&cell->parts[at / cell->granule], &now);
        if (race_count > before && !now.leaves) { /* one race an access is enough: name its start */
            race_found[before].address = start;
            race_count = before + 1;
        }
    }
}

static void access_word(struct cell *cell, struct candidate now, unsigned offset)
{
    if (cell->size == 0) {
        cell->offset = (uint8_t)offset;
        cell->size = (uint8_t)now.size;
    }
    if (cell->granule == 0 && cell->offset == offset && cell->size == now.size)
        judge(&cell->whole, &now);
    else
        access_parts(cell, now, offset);
}

/* The record that stands for exactly these bytes, or NULL. */
static inline struct record *record_of(struct cell *cell, unsigned offset, size_t size)
{
    if (cell->granule == 0)
        return cell->offset == offset && cell->size == size ? &cell->whole : NULL;
    if (cell->granule != size || offset & (size - 1))
        return NULL;
    return &cell->parts[offset >> __builtin_ctz(cell->granule)];
}

void race_access(uintptr_t address, size_t size, bool write, bool atomic, const void *pc)
{
    while (size > 0) {
        unsigned offset = address & 7;
        size_t here = 8 - offset < size ? 8 - offset : size;
        struct cell *cell = shadow_cell(address);
        struct record *record = atomic ? NULL : record_of(cell, offset, here);
        if (!record || !quiet(record, write, pc))
            access_word(cell, (struct candidate){address, (uint32_t)here, write, atomic, pc, false},
                        offset);
        address += here;
        size -= here;
    }
}

void race_frame_ends(uintptr_t low, uintptr_t high, const void *pc)
{
    for (uintptr_t at = (low + 7) & ~(uintptr_t)7; at + 8 <= high; at += 8)
        access_word(shadow_cell(at), (struct candidate){at, 8, true, false, pc, true}, 0);
}

void race_forget(uintptr_t address, size_t size)
{
    shadow_forget(address, size);
    if (stage.self && stage.self->in_lane)
        lanes_forget(address, size);
}

/* ---- the hash: for each access, who is ordered after it ------------------ */

static uint64_t hash_epoch(const struct epoch *epoch, uint64_t seed)
{
    if (epoch->at == 0)
        return hash_mix(seed, 1);
    int strand = (int)(epoch->who & 255);
    uint64_t after = 0;
    for (int i = 0; i < order_slots; i++) {
        const struct thread *thread = &stage.threads[i];
        if (thread->state != THREAD_NONE && thread->state != THREAD_OVER &&
            thread->order.hb.at[strand] >= epoch->at)
            after |= UINT64_C(1) << i;
    }
    uint64_t objects =
        order_objects_after(strand, epoch->at) ^ task_orders_after(strand, epoch->at) ^
        reduction_orders_after(strand, epoch->at) ^ share_orders_after(strand, epoch->at);
    return hash_mix(hash_mix(seed, after), objects ^ (uint64_t)strand << 56);
}

static uint64_t hash_record(const struct record *record, uint64_t seed)
{
    seed = hash_epoch(&record->write, seed);
    seed = hash_epoch(&record->read, seed);
    for (int i = 0; record->wide && i < record->wide->strands; i++) {
        const struct by_strand *by = &record->wide->by[i];
        seed = hash_epoch(&by->plain_read, seed);
        seed = hash_epoch(&by->atomic_read, seed);
        seed = hash_epoch(&by->atomic_write, seed);
    }
    return seed;
}

uint64_t race_hash(uint64_t seed)
{
    uint64_t sum = 0;
    const struct touched *cells;
    int count = shadow_touched(&cells);
    stage.effort += (uint64_t)count * 8;
    for (int i = 0; i < count; i++) {
        const struct cell *cell = cells[i].cell;
        uint64_t hash = hash_mix(seed, cells[i].address);
        int parts = cell->granule ? 8 / cell->granule : 1;
        const struct record *records = cell->granule ? cell->parts : &cell->whole;
        for (int k = 0; k < parts; k++)
            hash = hash_record(&records[k], hash);
        sum += hash; /* the order of first touch must not matter */
    }
    return hash_mix(seed, sum);
}
