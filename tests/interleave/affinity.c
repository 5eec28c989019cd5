#include "interleave/affinity.h"

#include <omp.h>

#include "interleave/abi.h"
#include "interleave/environment.h"
#include "interleave/memory.h"

#pragma GCC diagnostic ignored "-Wmissing-prototypes"

/* As OpenMP 5.0, 2.6.2 has it, and where that leaves a choice as libgomp does
 * (team.c): `from` is the master's place, and those that its regions may use. */

static int step_on(struct binding from, int by)
{
    return from.first + (from.place - from.first + by) % from.count;
}

/* So many threads for each place from the master's on; those left over go one by
 * one to the same again. */
static int shared_place(struct binding from, int number, int threads)
{
    int each = threads / from.count, even = each * from.count;
    return step_on(from, number < even ? number / each : number - even);
}

static struct binding close_to(struct binding from, int number, int threads)
{
    from.place = threads > from.count ? shared_place(from, number, threads) : step_on(from, number);
    return from;
}

/* Of `all` places for `parts` threads: where part i begins. */
static int begin_of(int i, int all, int parts)
{
    int each = all / parts, extra = all % parts;
    return i * each + (i < extra ? i : extra);
}

/* Which part the place is in that is `place` places after the first. */
static int part_of(int place, int all, int parts)
{
    int part = 0;
    while (begin_of(part + 1, all, parts) <= place)
        part++;
    return part;
}

/* Each its own part of the places, the first its own place in that. */
static struct binding spread(struct binding from, int number, int threads)
{
    if (threads > from.count) {
        int place = shared_place(from, number, threads);
        return (struct binding){place, 1, place};
    }
    int part = (part_of(from.place - from.first, from.count, threads) + number) % threads;
    int first = begin_of(part, from.count, threads);
    int end = begin_of(part + 1, from.count, threads);
    return (struct binding){from.first + first, end - first,
                            number == 0 ? from.place : from.first + first};
}

struct binding affinity_of(const struct team *team, int number)
{
    if (!team->parent)
        return (struct binding){0, environment.place_count, 0};
    struct binding from = affinity_of(team->parent, team->parent_number);
    if (team->level == 0 && !team->league) /* a target region may use them all */
        return (struct binding){0, environment.place_count, from.place};
    if (team->size == 1 || environment.place_count == 0)
        return from;
    switch (team->bind) {
    case omp_proc_bind_spread:
        return spread(from, number, team->size);
    case omp_proc_bind_close:
    case omp_proc_bind_true:
        return close_to(from, number, team->size);
    default:
        return from;
    }
}

static struct binding mine(void)
{
    return affinity_of(stage.self->team, stage.self->implicit->number);
}

ABI omp_proc_bind_t omp_get_proc_bind(void)
{
    return (omp_proc_bind_t)stage.self->implicit->icv.bind;
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
