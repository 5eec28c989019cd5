/* target_memory.c - the omp_target_* functions and their like, where the host
 * is the only device (OpenMP 5.1, 3.7 and 3.8). Its number is 0: there are no
 * others, and whoever names one gets the error that the documents promise.
 */
#include <errno.h>
#include <limits.h>
#include <omp.h>
#include <string.h>

#include "interleave/abi.h"
#include "interleave/heap.h"
#include "interleave/memory.h"
#include "interleave/race.h"
#include "interleave/schedule.h"
#include "interleave/team.h"
#include "interleave/tls.h"
#include "interleave/memory.h"
#pragma GCC diagnostic ignored "-Wmissing-prototypes"

enum { HOST = 0 };

ABI int omp_get_num_devices(void) { return 0; }
ABI int omp_get_initial_device(void) { return HOST; }
ABI int omp_get_device_num(void) { return HOST; }
ABI int omp_is_initial_device(void) { return 1; }

ABI void *omp_target_alloc(size_t size, int device)
{
    void *block = device == HOST ? heap_alloc(size, 16, 0) : NULL;
    if (block)
        race_forget((uintptr_t)block, size);
    return block;
}

ABI void omp_target_free(void *block, int device)
{
    if (block && device == HOST)
        heap_free(block);
}

ABI int omp_target_is_present(const void *address, int device)
{
    return !address || device == HOST;
}

static void copy(char *to, const char *from, size_t size, const void *pc, uintptr_t cfa)
{
    memory_read(from, size, pc, cfa);
    memory_write(to, size, pc, cfa);
    /* NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker): NULL crashes as the program would */
    memmove(to, from, size);
}

ABI int omp_target_memcpy(void *to, const void *from, size_t size, size_t to_offset,
                          size_t from_offset, int to_device, int from_device)
{
    if (to_device != HOST || from_device != HOST)
        return EINVAL;
    copy((char *)to + to_offset, (const char *)from + from_offset, size, CALLER_PC, CALLER_CFA);
    return 0;
}

/* One side of a copy of a box out of an array or into one. */
struct side {
    const size_t *offsets, *dimensions;
};

/* Bytes from one element of the outermost dimension to the next; 0 too many. */
static size_t stride(const struct side *side, int dimensions, size_t element)
{
    size_t bytes = element;
    for (int i = 1; i < dimensions; i++)
        if (__builtin_mul_overflow(bytes, side->dimensions[i], &bytes))
            return 0;
    return bytes;
}

static int copy_box(char *to, const char *from, size_t element, int dimensions,
                    const size_t *volume, struct side into, struct side out, const void *pc,
                    uintptr_t cfa)
{
    size_t to_step = stride(&into, dimensions, element), to_start;
    size_t from_step = stride(&out, dimensions, element), from_start, size;
    if (!to_step || !from_step || __builtin_mul_overflow(to_step, into.offsets[0], &to_start) ||
        __builtin_mul_overflow(from_step, out.offsets[0], &from_start) ||
        __builtin_mul_overflow(element, volume[0], &size))
        return EINVAL;
    to += to_start;
    from += from_start;
    if (dimensions == 1) {
        copy(to, from, size, pc, cfa);
        return 0;
    }
    struct side inner_into = {into.offsets + 1, into.dimensions + 1};
    struct side inner_out = {out.offsets + 1, out.dimensions + 1};
    int error = 0;
    for (size_t i = 0; i < volume[0] && !error; i++)
        error = copy_box(to + i * to_step, from + i * from_step, element, dimensions - 1,
                         volume + 1, inner_into, inner_out, pc, cfa);
    return error;
}

ABI int omp_target_memcpy_rect(void *to, const void *from, size_t element, int dimensions,
                               const size_t *volume, const size_t *to_offsets,
                               const size_t *from_offsets, const size_t *to_dimensions,
                               const size_t *from_dimensions, int to_device, int from_device)
{
    if (!to && !from)
        return INT_MAX; /* any number of dimensions will do */
    if (to_device != HOST || from_device != HOST || dimensions < 1 || element == 0)
        return EINVAL;
    return copy_box(to, from, element, dimensions, volume, (struct side){to_offsets, to_dimensions},
                    (struct side){from_offsets, from_dimensions}, CALLER_PC, CALLER_CFA);
}

/* Only another device can have memory of its own to associate with. */
ABI int omp_target_associate_ptr(const void *host, const void *device_memory, size_t size,
                                 size_t offset, int device)
{
    (void)host, (void)device_memory, (void)size, (void)offset, (void)device;
    return EINVAL;
}

ABI int omp_target_disassociate_ptr(const void *host, int device)
{
    return (void)host, (void)device, EINVAL;
}

/* The threads of the pool are given up, and what was private to them. */
ABI int omp_pause_resource_all(omp_pause_resource_t kind)
{
    if (kind != omp_pause_soft && kind != omp_pause_hard)
        return -1;
    if (stage.self->team->level == 0)
        tls_pause();
    return 0;
}

ABI int omp_pause_resource(omp_pause_resource_t kind, int device)
{
    if (device != HOST || stage.self->team->level > 0)
        return -1;
    return omp_pause_resource_all(kind);
}
