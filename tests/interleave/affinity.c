#include "interleave/affinity.h"

#include <omp.h>

#include "interleave/abi.h"
#include "interleave/environment.h"
#include "interleave/memory.h"

#pragma GCC diagnostic ignored "-Wmissing-prototypes"

/* Of `all` things for `parts`: where part i begins. */
static int begin_of(int i, int all, int parts)
{
    int each = all / parts, extra = all % parts;
    return i * each + (i < extra ? i : extra);
}

static struct binding spread(struct binding from, int number, int threads)
{
    if (threads > from.count) { /* several share a place */
        int place = from.first + number * from.count / threads;
        return (struct binding){place, 1, place};
    }
    int first = begin_of(number, from.count, threads);
    int end = begin_of(number + 1, from.count, threads);
    return (struct binding){from.first + first, end - first, from.first + first};
}

static struct binding close_to(struct binding from, int number, int threads)
{
    int by = threads > from.count ? number * from.count / threads : number;
    from.place = from.first + (from.place - from.first + by) % from.count;
    return from;
}

struct binding affinity_of(const struct team *team, int number)
{
    if (!team->parent)
        return (struct binding){0, environment.place_count, 0};
    struct binding from = affinity_of(team->parent, team->parent_number);
    switch (by_level(&environment.bind, team->parent->level, omp_proc_bind_false)) {
    case omp_proc_bind_spread:
        return spread(from, number, team->size);
    case omp_proc_bind_primary:
        return from;
    default:
        return close_to(from, number, team->size);
    }
}

static struct binding mine(void)
{
    return affinity_of(stage.self->team, stage.self->implicit->number);
}

ABI omp_proc_bind_t omp_get_proc_bind(void)
{
    return (omp_proc_bind_t)by_level(&environment.bind, stage.self->team->level,
                                     omp_proc_bind_false);
}

ABI int omp_get_num_places(void) { return environment.place_count; }
ABI int omp_get_place_num(void) { return environment.place_count ? mine().place : -1; }

ABI int omp_get_place_num_procs(int place)
{
    bool exists = place >= 0 && place < environment.place_count;
    return exists ? __builtin_popcountl(environment.places[place]) : 0;
}

ABI void omp_get_place_proc_ids(int place, int *processors)
{
    int count = omp_get_place_num_procs(place), at = 0;
    memory_write(processors, (size_t)count * sizeof *processors, CALLER_PC, CALLER_CFA);
    for (int i = 0; at < count; i++)
        if (environment.places[place] >> i & 1)
            processors[at++] = i;
}

ABI int omp_get_partition_num_places(void) { return environment.place_count ? mine().count : 0; }

ABI void omp_get_partition_place_nums(int *places)
{
    if (!environment.place_count)
        return;
    struct binding binding = mine();
    memory_write(places, (size_t)binding.count * sizeof *places, CALLER_PC, CALLER_CFA);
    for (int i = 0; i < binding.count; i++)
        places[i] = binding.first + i;
}
