#include "interleave/lines.h"

#include <stdlib.h>
#include <string.h>

#include "interleave/cost.h"
#include "interleave/exclusion.h"
#include "interleave/hash.h"

/* Once a line has come to a core so often, what is done with it is looked at:
 * data that one thread prepares for another has come once. */
#define FIGHT 2

/* Names take long to find: only of lines that came so often. */
#define NAMED 4

/* Tries to find the name of something that has none. */
#define MOST_NAMELESS 8

/* What is known about a line that cores fight over. */
struct fight {
    uint32_t ordinal;               /* first fought over first */
    int nameless;                   /* accesses that met here, to what has no name */
    uint64_t false_transfers;       /* of bytes that nobody else had touched */
    uint64_t false_waited;          /* nanoseconds that threads waited for these */
    uint64_t written[64], read[64]; /* bytes, by core, since it has the line */
    uintptr_t address[2];           /* accesses of two cores that met here */
    char name[2][64];
    const void *pc[2];
};

struct slot {
    uint64_t number;  /* of the line; 0: empty */
    uint64_t holders; /* cores with a valid copy */
    uint64_t due;     /* when it comes to the last core that asked */
    uint32_t transfers;
    int8_t writer; /* core that wrote last, -1 none */
    uint8_t again; /* accesses of its owner since another core asked */
    struct fight *fight;
    uint64_t waited; /* for all transfers: nanoseconds */
};

uint64_t lines_known[64][QUICK_LINES];

static struct slot *table;
static size_t size, used;
static uint32_t fights;

static struct slot *new_table(size_t room)
{
    struct slot *slots = calloc(room, sizeof *slots);
    if (!slots)
        abort();
    return slots;
}

void lines_begin(void)
{
    for (size_t i = 0; i < size; i++)
        free(table[i].fight);
    free(table);
    size = 4096;
    used = fights = 0;
    table = new_table(size);
    memset(lines_known, 0, sizeof lines_known);
}

static struct slot *look(uint64_t number)
{
    size_t i = (size_t)hash_mix(number, 5) & (size - 1);
    while (table[i].number && table[i].number != number)
        i = (i + 1) & (size - 1);
    return &table[i];
}

static void grow(void)
{
    struct slot *old = table;
    size_t count = size;
    size *= 2;
    table = new_table(size);
    for (size_t i = 0; i < count; i++)
        if (old[i].number)
            *look(old[i].number) = old[i];
    free(old);
}

static struct slot *slot_of(uintptr_t address)
{
    uint64_t number = line_number(address);
    struct slot *slot = look(number);
    if (slot->number)
        return slot;
    *slot = (struct slot){.number = number, .writer = -1};
    if (++used * 2 < size)
        return slot;
    grow();
    return look(number);
}

/* It has to come from another core. */
static bool foreign(const struct slot *slot, int core, bool write)
{
    uint64_t mine = UINT64_C(1) << core;
    if (slot->writer < 0 || slot->holders == 0)
        return false; /* from memory, where all that nobody changed is */
    if (write)
        return (slot->holders & ~mine) != 0;
    return !(slot->holders & mine);
}

/* A plain write to a line of which the core has a copy need not be waited for. */
static bool waits(const struct slot *slot, const struct line_access *access, int core)
{
    bool copy = slot->holders >> core & 1;
    return foreign(slot, core, access->write) && !(copy && access->write && !access->atomic);
}

bool lines_fought(const struct line_access *access, int core)
{
    const struct slot *slot = slot_of(access->address);
    return slot->fight || foreign(slot, core, access->write);
}

/* A read of what several cores have copies of: this one needs nobody. */
static bool has_a_copy(const struct slot *slot, const struct line_access *access, int core)
{
    uint64_t mine = UINT64_C(1) << core;
    return !access->write && (slot->holders & mine) && (slot->holders & ~mine);
}

uint64_t lines_ask(const struct line_access *access, int core, uint64_t now)
{
    struct slot *slot = slot_of(access->address);
    if (has_a_copy(slot, access, core))
        return now;
    if (!waits(slot, access, core) && (slot->due <= now || slot->again < 2)) {
        slot->again = (uint8_t)(slot->again + (access->atomic ? 2 : 1)); /* a read and a write */
        return now;
    }
    slot->due = (slot->due > now ? slot->due : now) + COST_LINE_TRANSFER;
    slot->again = 0;
    return slot->due;
}

/* ---- what cores do with a line that they fight over ---------------------------------- */

static uint64_t byte_mask(const struct line_access *access)
{
    unsigned offset = access->address & 63;
    uint64_t mask = access->size >= 64 ? ~UINT64_C(0) : (UINT64_C(1) << access->size) - 1;
    return mask << offset;
}

/* What has no name, an argument block maybe, makes room for what has. */
static void remember(struct fight *fight, const struct line_access *access)
{
    int which = fight->address[0] && fight->address[0] != access->address ? 1 : 0;
    if (fight->address[which] || fight->nameless == MOST_NAMELESS)
        return;
    if (!variable_name(access->address, access->size, fight->name[which],
                       sizeof fight->name[which])) {
        fight->nameless++;
        return;
    }
    fight->address[which] = access->address;
    fight->pc[which] = access->pc;
}

/* No byte of this access is the reason why the line had left the core. */
static bool transfer_is_false(const struct fight *fight, int core, uint64_t mask, bool write)
{
    uint64_t others = 0;
    for (int i = 0; i < 64; i++)
        if (i != core)
            others |= fight->written[i] | (write ? fight->read[i] : 0);
    return (others & mask) == 0;
}

/* Only the core that writes has the line now. */
static void others_lose(struct fight *fight, int core)
{
    for (int i = 0; i < 64; i++)
        if (i != core)
            fight->written[i] = fight->read[i] = 0;
}

static void come(struct slot *slot, const struct line_access *access, int core)
{
    slot->transfers++;
    if (slot->transfers < FIGHT)
        return;
    struct fight *fight = slot->fight;
    if (!fight)
        fight = slot->fight = calloc(1, sizeof *fight);
    else
        fight->false_transfers += transfer_is_false(fight, core, byte_mask(access), access->write);
    if (!fight)
        abort();
    if (!fight->ordinal)
        fight->ordinal = ++fights;
    fight->written[core] = fight->read[core] = 0;
    if (access->write)
        others_lose(fight, core);
    if (slot->transfers >= NAMED)
        remember(fight, access);
}

static void charge(struct slot *slot, const struct line_access *access, int core, uint64_t waited)
{
    struct fight *fight = slot->fight;
    slot->waited += waited;
    if (fight && transfer_is_false(fight, core, byte_mask(access), access->write))
        fight->false_waited += waited;
}

/* What the others know about the line may be true no longer. */
static void others_forget(const struct slot *slot, int core)
{
    for (uint64_t rest = slot->holders & ~(UINT64_C(1) << core); rest; rest &= rest - 1) {
        uint64_t *known = &lines_known[__builtin_ctzll(rest)][slot->number % QUICK_LINES];
        if (*known >> 1 == slot->number)
            *known = 0;
    }
}

void lines_use(const struct line_access *access, int core, uint64_t waited)
{
    struct slot *slot = slot_of(access->address);
    uint64_t mine = UINT64_C(1) << core;
    charge(slot, access, core, waited);
    others_forget(slot, core);
    if (foreign(slot, core, access->write))
        come(slot, access, core);
    if (slot->fight)
        (access->write ? slot->fight->written : slot->fight->read)[core] |= byte_mask(access);
    if (access->write) {
        slot->holders = mine;
        slot->writer = (int8_t)core;
    } else {
        slot->holders |= mine;
    }
    bool alone = slot->holders == mine && slot->writer == core;
    lines_known[core][slot->number % QUICK_LINES] = slot->fight ? 0 : slot->number << 1 | alone;
}

/* ---- the report ---------------------------------------------------------------------------- */

static int most_first(const void *a, const void *b)
{
    const struct slot *const *x = a, *const *y = b;
    if ((*x)->transfers != (*y)->transfers)
        return (*x)->transfers < (*y)->transfers ? 1 : -1;
    return (*x)->fight->ordinal < (*y)->fight->ordinal ? -1 : 1;
}

uint64_t lines_false_cost(void)
{
    uint64_t waited = 0;
    for (size_t i = 0; i < size; i++)
        if (table[i].fight)
            waited += table[i].fight->false_waited;
    return waited;
}

static struct shared_line report(const struct slot *slot)
{
    const struct fight *fight = slot->fight;
    struct shared_line line = {.transfers = slot->transfers,
                               .cost = slot->waited,
                               .is_false = fight->false_transfers * 2 > slot->transfers,
                               .pc = {fight->pc[0], fight->pc[1]}};
    memcpy(line.name, fight->name, sizeof line.name);
    return line;
}

int lines_report(struct shared_line *out, int room)
{
    const struct slot **slots = malloc(used * sizeof *slots + 8);
    if (!slots)
        abort();
    int count = 0;
    for (size_t i = 0; i < size; i++)
        if (table[i].fight)
            slots[count++] = &table[i];
    qsort(slots, (size_t)count, sizeof *slots, most_first);
    count = count < room ? count : room;
    for (int i = 0; i < count; i++)
        out[i] = report(slots[i]);
    free(slots);
    return count;
}
