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

/* OpenMP 5.0, 2.17.1, 3.3: critical sections and locks bind to the threads of a
 * contention group, and each team of a league is one. They keep other teams out,
 * as everywhere today, but order nothing that another team does. Mutexes and what
 * gcc itself locks for atomics hold for all. */
static bool binds_to_group(const struct lock *lock)
{
    return lock->kind == LOCK_CRITICAL || lock->initialised;
}

static struct published *published_here(const struct object *object)
{
    const struct team *group = stage.self->implicit->team->first;
    struct published *each = object->published;
    while (each && each->group != group)
        each = each->next;
    return each;
}

void object_acquire(const struct object *object)
{
    const struct published *here = binds_to_group(&object->lock) ? published_here(object) : NULL;
    if (here)
        order_acquire(here->order);
    else if (object->released)
        order_acquire(object->order);
}

void object_release(struct object *object)
{
    if (!binds_to_group(&object->lock)) {
        order_release(order_in(&object->order));
        object->released = true;
        return;
    }
    struct published *here = published_here(object);
    if (!here) {
        here = stage_alloc(sizeof *here);
        *here = (struct published){.group = stage.self->implicit->team->first,
                                   .order = order_new(),
                                   .next = object->published};
        object->published = here;
    }
    order_release(here->order);
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
