#include "interleave/lines.h"

#include <stdlib.h>
#include <string.h>

#include "interleave/cost.h"
#include "interleave/exclusion.h"
#include "interleave/hash.h"

struct line {
    uint64_t number;  /* address / 64, plus one; 0: empty */
    uint64_t holders; /* cores with a valid copy */
    int writer;       /* core that wrote last, -1 none */
    uint64_t transfers;
    uint64_t false_transfers;       /* of bytes that nobody else had touched */
    uint64_t written[64], read[64]; /* bytes, by core, since it has the line */
    uintptr_t address[2];           /* accesses of two cores that met here */
    uint32_t size[2];
    char name[2][64];
    const void *pc[2];
};

/* A line is small until cores meet on it: most never do. */
struct slot {
    uint64_t number, holders;
    int writer;
    struct line *line;
};

static struct slot *table;
static size_t size, used;

void lines_begin(void)
{
    for (size_t i = 0; i < size; i++)
        free(table[i].line);
    free(table);
    size = 4096;
    used = 0;
    table = calloc(size, sizeof *table);
    if (!table)
        abort();
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
    table = calloc(size, sizeof *table);
    if (!table)
        abort();
    for (size_t i = 0; i < count; i++)
        if (old[i].number)
            *look(old[i].number) = old[i];
    free(old);
}

static struct slot *slot_of(uintptr_t address)
{
    uint64_t number = (address >> 6) + 1;
    struct slot *slot = look(number);
    if (slot->number)
        return slot;
    *slot = (struct slot){.number = number, .writer = -1};
    if (++used * 2 < size)
        return slot;
    grow();
    return look(number);
}

bool lines_foreign(uintptr_t address, int core, bool write)
{
    const struct slot *slot = slot_of(address);
    uint64_t mine = UINT64_C(1) << core;
    if (slot->holders == 0)
        return false;
    return write ? slot->holders != mine : !(slot->holders & mine);
}

bool lines_contended(uintptr_t address) { return slot_of(address)->line != NULL; }

static uint64_t byte_mask(uintptr_t address, uint32_t bytes)
{
    unsigned offset = address & 63;
    uint64_t mask = bytes >= 64 ? ~UINT64_C(0) : (UINT64_C(1) << bytes) - 1;
    return mask << offset;
}

static void met(struct slot *slot, uintptr_t address, uint32_t bytes, const void *pc)
{
    struct line *line = slot->line;
    if (!line) {
        line = slot->line = calloc(1, sizeof *line);
        if (!line)
            abort();
        line->number = slot->number;
    }
    line->transfers++;
    int which = line->address[0] && line->address[0] != address ? 1 : 0;
    if (line->address[which])
        return;
    line->address[which] = address;
    line->size[which] = bytes;
    line->pc[which] = pc;
    variable_name(address, bytes, line->name[which], sizeof line->name[which]);
}

/* No byte of this access is the reason why the line had left the core. */
static bool transfer_is_false(const struct line *line, int core, uint64_t mask, bool write)
{
    uint64_t others = 0;
    for (int i = 0; i < 64; i++)
        if (i != core)
            others |= line->written[i] | (write ? line->read[i] : 0);
    return (others & mask) == 0;
}

/* Only the core that writes has the line now. */
static void others_lose(struct line *line, int core)
{
    for (int i = 0; i < 64; i++)
        if (i != core)
            line->written[i] = line->read[i] = 0;
}

static void touch(struct line *line, uintptr_t address, uint32_t bytes, int core, bool write,
                  bool transfer)
{
    uint64_t mask = byte_mask(address, bytes);
    if (transfer) {
        line->false_transfers += transfer_is_false(line, core, mask, write);
        line->written[core] = line->read[core] = 0;
    }
    if (write && transfer)
        others_lose(line, core);
    (write ? line->written : line->read)[core] |= mask;
}

bool lines_access(uintptr_t address, uint32_t bytes, int core, bool write, const void *pc)
{
    struct slot *slot = slot_of(address);
    uint64_t mine = UINT64_C(1) << core;
    bool had = (slot->holders & mine) != 0;
    bool fights =
        slot->holders && (write ? (slot->holders & ~mine) != 0 : !had) && slot->writer >= 0;
    bool transfer = fights && (slot->writer != core || (write && (slot->holders & ~mine)));
    if (transfer)
        met(slot, address, bytes, pc);
    if (slot->line)
        touch(slot->line, address, bytes, core, write, transfer);
    if (write) {
        slot->holders = mine;
        slot->writer = core;
    } else {
        slot->holders |= mine;
    }
    return transfer;
}

static int most_first(const void *a, const void *b)
{
    const struct line *const *x = a, *const *y = b;
    if ((*x)->transfers != (*y)->transfers)
        return (*x)->transfers < (*y)->transfers ? 1 : -1;
    return (*x)->number < (*y)->number ? -1 : 1;
}

uint64_t lines_false_cost(void)
{
    uint64_t transfers = 0;
    for (size_t i = 0; i < size; i++)
        if (table[i].line)
            transfers += table[i].line->false_transfers;
    return transfers * COST_LINE_TRANSFER;
}

int lines_report(struct shared_line *out, int room)
{
    struct line **lines = malloc(used * sizeof(struct line *) + 8);
    if (!lines)
        abort();
    int count = 0;
    for (size_t i = 0; i < size; i++)
        if (table[i].line)
            lines[count++] = table[i].line;
    qsort(lines, (size_t)count, sizeof *lines, most_first);
    count = count < room ? count : room;
    for (int i = 0; i < count; i++) {
        out[i] =
            (struct shared_line){.transfers = lines[i]->transfers,
                                 .cost = lines[i]->transfers * COST_LINE_TRANSFER,
                                 .is_false = lines[i]->false_transfers * 2 > lines[i]->transfers,
                                 .pc = {lines[i]->pc[0], lines[i]->pc[1]}};
        memcpy(out[i].name, lines[i]->name, sizeof out[i].name);
    }
    free(lines);
    return count;
}
