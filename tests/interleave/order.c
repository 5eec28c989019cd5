/* order.c - orders that are kept apart: of each a checkpoint copies what is used. */
#include "interleave/order.h"

#include <stdbool.h>
#include <string.h>

#include "interleave/arena.h"
#include "interleave/checkpoint.h"

#define MOST_BYTES ((size_t)4 << 30)

/* While there are few those that are given back stay as they are. */
#define FEW_BYTES ((size_t)16 << 20)

static OF_EXECUTION struct arena orders;

/* One that was given back. */
struct spare {
    struct spare *next;
};
static OF_EXECUTION struct spare *spare;

static struct order *first(void) { return (struct order *)(void *)orders.start; }
static size_t count(void) { return orders.used / sizeof(struct order); }
static bool many(void) { return orders.used > FEW_BYTES; }

static struct order *take_spare(void)
{
    struct spare *first_spare = spare;
    if (first_spare)
        spare = first_spare->next;
    return (struct order *)(void *)first_spare;
}

struct order *order_new(void)
{
    struct order *order = take_spare();
    if (!order)
        order = arena_take(&orders, sizeof *order, sizeof(uint64_t));
    if (!order)
        out_of_memory("the runtime's own records");
    return memset(order, 0, sizeof *order);
}

struct order *order_in(struct order **at)
{
    if (!*at)
        *at = order_new();
    return *at;
}

void order_free(struct order *order)
{
    if (!order || !many())
        return;
    struct spare *back = (struct spare *)(void *)order;
    back->next = spare;
    spare = back;
}

void orders_begin(void)
{
    arena_reserve(&orders, MOST_BYTES);
    arena_restart(&orders);
    spare = NULL;
}

void orders_pieces(void)
{
    if (many()) {
        checkpoint_refuse();
        return;
    }
    struct order *all = first();
    for (size_t i = 0; i < count(); i++) {
        checkpoint_piece(&all[i], offsetof(struct order, dep.at[order_slots]));
        checkpoint_piece(&all[i].hb, (size_t)order_strands * sizeof *all[i].hb.at);
    }
}

void orders_undo(void)
{
    struct order *all = first();
    for (size_t i = 0; i < count(); i++)
        order_clear(&all[i]);
}
