#include "interleave/race.h"

#include <stdlib.h>
#include <string.h>

#include "interleave/checkpoint.h"
#include "interleave/code.h"
#include "interleave/exclusion.h"
#include "interleave/frame_end.h"
#include "interleave/heap.h"
#include "interleave/lanes.h"
#include "interleave/places.h"
#include "interleave/reduction.h"
#include "interleave/schedule.h"
#include "interleave/shadow.h"
#include "interleave/strand.h"
#include "interleave/write_back.h"

struct race race_found[MAX_RACES];
unsigned char race_number[MAX_RACES];
OF_EXECUTION int race_count;
uint64_t race_had;

struct transition race_transitions[RACE_TRANSITIONS];

static void forget_transitions(void) { memset(race_transitions, 0, sizeof race_transitions); }

static void begin(void)
{
    bool listed = stage.policy->compares_states || stage.policy->start;
    if (shadow_begin((uint32_t)stage.execution, listed))
        forget_transitions();
}

/* A checkpoint refers to all there is, as long as the execution lasts. */
void race_forget_all(void)
{
    if (!stage.policy->start)
        begin();
}

void race_begin(void)
{
    race_count = 0;
    begin();
}

static struct access side(epoch when, bool write, bool atomic, uint32_t size)
{
    struct strand_who who = strand_who(epoch_strand(when));
    const void *pc = code_at(epoch_code(when));
    return (struct access){.pc = pc,
                           .thread = who.thread,
                           .number = who.number,
                           .task = who.task,
                           .made_at = who.made_at,
                           .leaves = write && frame_end_at(pc),
                           .write = write,
                           .atomic = atomic,
                           .size = size};
}

static bool same_places(const struct race *a, const struct race *b)
{
    return a->first.pc == b->first.pc && a->second.pc == b->second.pc;
}

/* Races by their numbers, of all executions. */
static struct race numbered[RACE_UNNUMBERED];
static unsigned numbers;

static unsigned number_of(const struct race *race)
{
    for (unsigned i = 0; i < numbers; i++)
        if (same_places(&numbered[i], race) && numbered[i].address == race->address)
            return i;
    return RACE_UNNUMBERED;
}

static void name_variable(struct race *race)
{
    if (!variable_name(race->address, race->second.size, race->name, sizeof race->name))
        heap_name(race->address, race->name, sizeof race->name);
}

/* Names are asked for while the region's frames still stand, and once for each
 * pair of places: asking takes a look at the debugging information. */
static unsigned name_once(struct race *race)
{
    unsigned number = number_of(race);
    if (number < RACE_UNNUMBERED) {
        memcpy(race->name, numbered[number].name, sizeof race->name);
        return number;
    }
    if (!race->first.leaves || !frame_end_name(race->first.pc, race->address, race->second.size,
                                               race->name, sizeof race->name))
        name_variable(race);
    if (numbers == RACE_UNNUMBERED)
        return RACE_UNNUMBERED;
    numbered[numbers] = *race;
    return numbers++;
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
        if (same_places(&race_found[i], race))
            return;
    if (race_count == MAX_RACES)
        return;
    struct race *found = &race_found[race_count];
    *found = *race;
    race_number[race_count++] = RACE_UNNUMBERED;
    if (!race->name[0])
        name_once(found);
}

/* One access under judgement. */
struct candidate {
    uintptr_t address;
    uint32_t size; /* within one word */
    bool write, atomic;
    const void *pc;
    bool leaves;  /* the end of a frame */
    bool ordered; /* it comes after all that it was compared with */
};

static inline epoch epoch_now(const void *pc)
{
    const struct thread *self = stage.self;
    return epoch_of(self->order.hb.at[self->strand], self->strand, code_of(pc));
}

/* No access, the strand's own, or one that it comes after: a strand knows its own
 * clock, and 0 is never ahead. */
static inline bool harmless(epoch then)
{
    return epoch_at(then) <= stage.self->order.hb.at[epoch_strand(then)];
}

/* What was done before, as it is recorded. */
struct past {
    epoch when;
    bool write, atomic;
};

static void report(const struct candidate *now, const struct past *then, const void *pc)
{
    struct race *race = &race_found[race_count];
    race->address = now->address;
    race->first.pc = pc;
    race->second.pc = now->pc;
    unsigned number = race_had ? number_of(race) : RACE_UNNUMBERED;
    if (number == RACE_UNNUMBERED || !(race_had >> number & 1)) {
        *race =
            (struct race){.address = now->address,
                          .first = side(then->when, then->write, then->atomic, now->size),
                          .second = side(epoch_now(now->pc), now->write, now->atomic, now->size)};
        number = name_once(race);
    }
    race_number[race_count++] = (unsigned char)number;
}

static void against(struct candidate *now, epoch then, bool write, bool atomic)
{
    if (harmless(then))
        return;
    now->ordered = false;
    const void *pc = code_at(epoch_code(then));
    if (known(now->address, pc, now->pc) ||
        reduction_orders(now->address, epoch_strand(then), epoch_at(then)))
        return;
    if (write && now->write && !atomic && pc == now->pc &&
        write_back_of_nothing(pc, epoch_strand(then)))
        return;
    report(now, &(struct past){then, write, atomic}, pc);
}

/* Compares with every strand's own, where one epoch was not enough. */
static void against_many(struct candidate *now, const struct many *many)
{
    for (uint32_t i = 0; i < many->count; i++) {
        const struct one_of_many *one = &many->of[i];
        bool write = one->kind == BY_ATOMIC_WRITE, atomic = one->kind != BY_READ;
        if (atomic ? !now->atomic && !now->leaves && (write || now->write) : now->write)
            against(now, one->when, write, atomic);
    }
}

static bool comes_before(const struct one_of_many *a, const struct one_of_many *b)
{
    int one = epoch_strand(a->when), other = epoch_strand(b->when);
    return one < other || (one == other && a->kind < b->kind);
}

/* Puts one more into its place. The first of an epoch stands for all. */
static void add(struct many *many, struct one_of_many one)
{
    uint32_t at = 0;
    while (at < many->count && comes_before(&many->of[at], &one))
        at++;
    struct one_of_many *of = &many->of[at];
    if (at == many->count || comes_before(&one, of)) {
        memmove(of + 1, of, (many->count - at) * sizeof *of);
        many->count++;
    } else if (epoch_same(of->when, one.when)) {
        return;
    }
    *of = one;
}

/* Valid until it is called again. */
static const struct many *with_one_more(const struct record *record, struct one_of_many one)
{
    static union {
        struct many many;
        char room[sizeof(struct many) + sizeof one * MAX_STRANDS * ACCESS_KINDS];
    } own;
    own.many.count = 0;
    if (record->many)
        memcpy(&own, record->many, sizeof own.many + record->many->count * sizeof one);
    else if (record->read)
        add(&own.many, (struct one_of_many){.when = record->read, .kind = BY_READ});
    add(&own.many, one);
    return &own.many;
}

static void compare(struct candidate *now, const struct record *record)
{
    against(now, record->write, true, false);
    if (now->write)
        against(now, record->read, false, false);
    if (record->many)
        against_many(now, record->many);
}

/* Judges the access; makes the record what it is afterwards. */
static inline __attribute__((always_inline)) void judge(struct record *record,
                                                        struct candidate *now)
{
    if (!harmless(record->write) || !harmless(record->read) || record->many)
        compare(now, record);
    epoch self = epoch_now(now->pc);
    if (now->write && !now->atomic) {
        record->write = epoch_same(record->write, self) ? record->write : self;
        record->read = 0;
        record->many = NULL;
    } else if (!now->write && !now->atomic && !record->many && harmless(record->read)) {
        record->read = epoch_same(record->read, self) ? record->read : self;
    } else {
        enum access_kind atomic = now->write ? BY_ATOMIC_WRITE : BY_ATOMIC_READ;
        struct one_of_many one = {.when = self, .kind = now->atomic ? atomic : BY_READ};
        record->many = with_one_more(record, one);
    }
}

/* Accesses of one word that differ: a history for each part of it. */
static uint32_t judge_parts(uint32_t number, struct candidate *now)
{
    unsigned offset = now->address & 7;
    unsigned shape = offset | now->size | history_at(number)->granule;
    unsigned granule = shape & -shape;
    uint32_t parts[8];
    for (unsigned at = 0; at < 8; at += granule)
        parts[at / granule] = history_part(number, at);
    uintptr_t start = now->address;
    int before = race_count;
    for (unsigned at = offset; at < offset + now->size; at += granule) {
        if (now->leaves)
            now->address = start + at - offset;
        const struct history *part = history_at(parts[at / granule]);
        struct record record = {part->record.write, part->record.read, part->record.many};
        judge(&record, now);
        parts[at / granule] = history_of(record.write, record.read, record.many, 0, 8);
        if (race_count > before && !now->leaves) /* one race an access is enough */
            race_count = before + 1;
    }
    return history_of_parts(granule, parts);
}

/* ---- every access ---------------------------------------------------------- */

static uint32_t judge_word(uint32_t from, struct candidate *now)
{
    now->ordered = true;
    const struct history *history = history_at(from);
    unsigned offset = now->address & 7, size = now->size;
    bool aligned = ((size & (size - 1)) | (offset & (size - 1))) == 0;
    if (!history_is_of(history, offset, size) && !(from == history_none && aligned))
        return judge_parts(from, now);
    struct record record = {history->record.write, history->record.read, history->record.many};
    judge(&record, now);
    return history_of(record.write, record.read, record.many, offset, size);
}

/* Executions of a search are short, and seldom do a thing twice. */
static uint32_t judge_once(uint32_t from, struct candidate *now)
{
    if (shadow_untouched == 0)
        return judge_word(from, now);
    struct race_key key =
        race_key(from, now->address & 7, now->size, now->write, now->atomic, now->pc);
    struct transition *transition = race_transition(&key);
    if (race_key_equal(&transition->key, &key)) {
        now->ordered = true;
        return transition->to;
    }
    uint32_t to = judge_word(from, now);
    if (now->ordered)
        *transition = (struct transition){key, to};
    return to;
}

static uint32_t *touched_word(uintptr_t address)
{
    uint32_t *word = shadow_word(address);
    if (*word < history_none)
        shadow_touch(word, address);
    return word;
}

/* Of many words most are like the one before. */
static void access_words(uintptr_t address, size_t size, struct candidate now)
{
    uint32_t from = 0, to = 0;
    while (size > 0) {
        size_t here = 8 - (address & 7);
        here = here < size ? here : size;
        uint32_t *word = touched_word(address);
        if (here < 8 || *word != from || !now.ordered) {
            from = *word;
            now.address = address;
            now.size = (uint32_t)here;
            to = judge_once(from, &now);
            from = here == 8 ? from : 0;
        }
        *word = to;
        address += here;
        size -= here;
    }
}

void race_access(uintptr_t address, size_t size, bool write, bool atomic, const void *pc)
{
    if (history_crowded()) {
        shadow_collect();
        forget_transitions();
    }
    access_words(address, size, (struct candidate){.write = write, .atomic = atomic, .pc = pc});
}

void race_frame_ends(uintptr_t low, uintptr_t high, const void *pc)
{
    for (uintptr_t at = (low + 7) & ~(uintptr_t)7; at + 8 <= high; at += 8) {
        uint32_t *word = touched_word(at);
        struct candidate now = {at, 8, true, false, pc, .leaves = true};
        *word = judge_word(*word, &now);
    }
}

void race_forget(uintptr_t address, size_t size)
{
    shadow_forget(address, size);
    if (stage.self && stage.self->in_lane)
        lanes_forget(address, size);
}
