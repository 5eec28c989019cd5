#include "interleave/simd_loops.h"

#include <stdint.h>
#include <stdlib.h>

#include "interleave/hash.h"

/* In the order in which they were met; the table holds their numbers + 1. */
static struct {
    struct met {
        const char *function;
        int in_source;
        struct simd_loop loop;
    } * met;
    int *table;
    int count, room; /* room: a power of two, at least twice as many */
} all;

/* The place of its number in the table, or where it would be. */
static int *place_of_loop(const char *function, int in_source)
{
    unsigned mask = (unsigned)all.room - 1;
    unsigned i = (unsigned)hash_mix((uintptr_t)function, (uint64_t)in_source) & mask;
    for (; all.table[i]; i = (i + 1) & mask) {
        const struct met *met = &all.met[all.table[i] - 1];
        if (met->function == function && met->in_source == in_source)
            break;
    }
    return &all.table[i];
}

static void make_room(void)
{
    all.room = all.room ? 2 * all.room : 64;
    free(all.table);
    all.table = calloc((size_t)all.room, sizeof *all.table);
    all.met = realloc(all.met, (size_t)all.room / 2 * sizeof *all.met);
    if (!all.table || !all.met)
        abort();
    for (int i = 0; i < all.count; i++)
        *place_of_loop(all.met[i].function, all.met[i].in_source) = i + 1;
}

int simd_loop_number(const char *function, int in_source)
{
    if (2 * all.count >= all.room)
        make_room();
    int *place = place_of_loop(function, in_source);
    if (!*place) {
        all.met[all.count++] = (struct met){.function = function, .in_source = in_source};
        *place = all.count;
    }
    return *place - 1;
}

struct simd_loop *simd_loop(int number) { return &all.met[number].loop; }
