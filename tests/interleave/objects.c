#include "interleave/objects.h"

#include <stdlib.h>
#include <string.h>

#include "interleave/hash.h"
#include "interleave/schedule.h"
#include "interleave/team.h"

/* An open table; an entry belongs to the execution whose number it carries. */
struct slot {
    uint64_t execution;
    uintptr_t address;
    struct object *object;
};

static struct slot *table;
static size_t size; /* a power of two */
static struct object **all;
static int count, room;

void objects_begin(void)
{
    count = 0;
    if (!table) {
        size = 256;
        table = calloc(size, sizeof *table);
    }
}

static struct slot *look(uintptr_t address)
{
    size_t i = (size_t)hash_mix(address, 3) & (size - 1);
    while (table[i].execution == stage.execution && table[i].address != address)
        i = (i + 1) & (size - 1);
    return &table[i];
}

static void grow(void)
{
    free(table);
    size *= 2;
    table = calloc(size, sizeof *table);
    for (int i = 0; i < count; i++)
        *look(all[i]->address) = (struct slot){stage.execution, all[i]->address, all[i]};
}

struct object *object_find(uintptr_t address)
{
    struct slot *slot = look(address);
    return slot->execution == stage.execution ? slot->object : NULL;
}

struct object *object_at(uintptr_t address)
{
    struct slot *slot = look(address);
    if (slot->execution == stage.execution)
        return slot->object;
    struct object *object = stage_alloc(sizeof *object);
    object->address = address;
    object->lock.last_core = -1;
    if (count == room) {
        room = room ? 2 * room : 64;
        struct object **more = realloc(all, (size_t)room * sizeof(struct object *));
        if (!more)
            abort();
        all = more;
    }
    all[count++] = object;
    *slot = (struct slot){stage.execution, address, object};
    if ((size_t)count * 2 > size)
        grow();
    return object;
}

int objects_count(void) { return count; }

/* The latest first: so the table is as it was. */
void objects_undo(int before)
{
    while (count > before)
        look(all[--count]->address)->execution = 0;
}

int objects_all(struct object ***out)
{
    *out = all;
    return count;
}

uint64_t order_objects_after(int strand, uint32_t at)
{
    uint64_t sum = 0;
    for (int i = 0; i < count; i++) {
        if (all[i]->released && all[i]->order->hb.at[strand] >= at)
            sum += hash_mix(all[i]->address, 11);
        for (const struct published *each = all[i]->published; each; each = each->next)
            if (each->order->hb.at[strand] >= at)
                sum += hash_mix(all[i]->address, 11 + (uint64_t)each->group->team_number);
    }
    return sum;
}
