/* reset.c - the program's data, as it was.
 *
 * Little data is copied back. Of large data (static arrays) the interior pages
 * are mapped anew, copied by the system when they are first written: then only
 * what an execution touched costs time to put back, to hash and to keep.
 */
#include "interleave/reset.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "interleave/checkpoint.h"
#include "interleave/hash.h"
#include "interleave/schedule.h"

#define MAX_RANGES 64
#define PAGE ((size_t)4096)
#define LARGE ((size_t)1 << 20)

static struct range {
    char *start;
    size_t size;
    const char *initial; /* NULL: pages that were all zero */
    bool paged;
} ranges[MAX_RANGES];
static int range_count;

static OF_EXECUTION struct arena own;

static struct range *add(char *start, size_t size)
{
    if (range_count == MAX_RANGES)
        out_of_memory("the program's initial data");
    ranges[range_count] = (struct range){.start = start, .size = size};
    return &ranges[range_count++];
}

static void watch_copy(char *start, size_t size)
{
    char *initial = malloc(size);
    if (!initial)
        out_of_memory("the program's initial data");
    memcpy(initial, start, size);
    add(start, size)->initial = initial;
    // cppcheck-suppress memleak ; it is kept in ranges
}

static bool is_zero(const char *bytes, size_t size)
{
    return size == 0 || (bytes[0] == 0 && memcmp(bytes, bytes + 1, size - 1) == 0);
}

static void *map_or_end(void *at, size_t size, int protection, int flags, int fd)
{
    void *got = mmap(at, size, protection, flags, fd, 0);
    if (got == MAP_FAILED)
        out_of_memory("the program's initial data");
    return got;
}

/* Whole pages: those up to the last that is not zero from a file in memory,
 * the others empty. */
static void watch_pages(char *start, size_t size)
{
    size_t filled = size;
    while (filled && is_zero(start + filled - PAGE, PAGE))
        filled -= PAGE;
    const int both = PROT_READ | PROT_WRITE;
    if (filled) {
        int fd = memfd_create("initial", MFD_CLOEXEC);
        bool written = fd >= 0 && ftruncate(fd, (off_t)filled) == 0;
        for (size_t at = 0; written && at < filled; at += PAGE)
            if (!is_zero(start + at, PAGE))
                written = pwrite(fd, start + at, PAGE, (off_t)at) == (ssize_t)PAGE;
        if (!written)
            out_of_memory("the program's initial data");
        struct range *range = add(start, filled);
        range->paged = true;
        range->initial = map_or_end(NULL, filled, PROT_READ, MAP_SHARED, fd);
        map_or_end(start, filled, both, MAP_PRIVATE | MAP_FIXED | MAP_NORESERVE, fd);
        close(fd);
    }
    if (filled < size) {
        add(start + filled, size - filled)->paged = true;
        map_or_end(start + filled, size - filled, both,
                   MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE, -1);
    }
}

void reset_watch(void *start, size_t size)
{
    if (size == 0)
        return;
    if (size < LARGE) {
        watch_copy(start, size);
        return;
    }
    char *from = (char *)(((uintptr_t)start + PAGE - 1) & ~(PAGE - 1));
    char *to = (char *)(((uintptr_t)start + size) & ~(PAGE - 1)), *end = (char *)start + size;
    if (from > (char *)start)
        watch_copy(start, (size_t)(from - (char *)start));
    watch_pages(from, (size_t)(to - from));
    if (end > to)
        watch_copy(to, (size_t)(end - to));
}

bool reset_holds(uintptr_t address)
{
    for (int i = 0; i < range_count; i++)
        if (address - (uintptr_t)ranges[i].start < ranges[i].size)
            return true;
    return false;
}

/* Records that were given back, by size; the link lies in the block. What is
 * freed while the arena is small stays where it is: a record's address stands for
 * its construct in steps, and the search tells more of them apart that way. */
#define OWN_SMALL ((size_t)32 << 20)
#define OWN_CLASSES 512

static void *spare[OWN_CLASSES];

bool stage_frees(void) { return own.used > OWN_SMALL; }

void stage_free(void *block, size_t size)
{
    size_t class = (size + 15) / 16;
    if (!block || class >= OWN_CLASSES || !stage_frees())
        return;
    memcpy(block, &spare[class], sizeof(void *));
    spare[class] = block;
}

static void *take_spare(size_t class)
{
    void *block = class < OWN_CLASSES ? spare[class] : NULL;
    if (block)
        memcpy(&spare[class], block, sizeof(void *));
    return block;
}

void *stage_alloc(size_t size)
{
    void *block = take_spare((size + 15) / 16);
    if (!block)
        block = arena_take(&own, (size + 15) & ~(size_t)15, 16);
    if (!block)
        out_of_memory("the runtime's own records");
    return memset(block, 0, size);
}

void reset_begin(void)
{
    for (int i = 0; i < range_count; i++)
        if (ranges[i].paged)
            madvise(ranges[i].start, ranges[i].size, MADV_DONTNEED);
        else
            memcpy(ranges[i].start, ranges[i].initial, ranges[i].size);
    heap_begin();
    arena_reserve(&own, (size_t)8 << 30);
    arena_restart(&own);
    memset(spare, 0, sizeof spare);
}

void reset_pieces(void)
{
    for (int i = 0; i < range_count; i++)
        if (ranges[i].paged)
            checkpoint_refuse();
        else
            checkpoint_piece(ranges[i].start, ranges[i].size);
    heap_pieces();
    checkpoint_piece(own.start, own.used);
    if (stage_frees())
        checkpoint_refuse();
}

/* ---- the hash ------------------------------------------------------------------- */

/* Not opened yet; -1: can't be. */
#define UNOPENED (-2)

static int pagemap = UNOPENED; /* of this process, even if a copy of it reads there */

void reset_forked(void)
{
    if (pagemap >= 0)
        close(pagemap);
    pagemap = UNOPENED;
}

/* Which pages are there at all, as the system says: bit 63 present, 62 swapped. */
static bool look_at_pages(const char *start, uint64_t *entries, size_t count)
{
    if (pagemap == UNOPENED)
        pagemap = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
    off_t at = (off_t)((uintptr_t)start / PAGE * sizeof *entries);
    ssize_t size = (ssize_t)(count * sizeof *entries);
    return pagemap >= 0 && pread(pagemap, entries, (size_t)size, at) == size;
}

/* Pages that are as they were count nothing: whether they were looked at is no
 * matter. */
static uint64_t hash_pages(const struct range *range)
{
    uint64_t entries[512], sum = 0;
    size_t pages = range->size / PAGE;
    for (size_t first = 0; first < pages; first += 512) {
        size_t count = pages - first < 512 ? pages - first : 512;
        bool known = look_at_pages(range->start + first * PAGE, entries, count);
        stage.effort += 8;
        for (size_t i = 0; i < count; i++) {
            size_t at = (first + i) * PAGE;
            const char *page = range->start + at;
            if (known && !(entries[i] >> 62))
                continue;
            stage.effort += PAGE / 32;
            bool same =
                range->initial ? memcmp(page, range->initial + at, PAGE) == 0 : is_zero(page, PAGE);
            if (!same)
                sum += hash_block(page, PAGE, (uintptr_t)page);
        }
    }
    return sum;
}

uint64_t reset_hash(uint64_t seed)
{
    for (int i = 0; i < range_count; i++) {
        if (ranges[i].paged) {
            seed = hash_mix(seed, hash_pages(&ranges[i]));
            continue;
        }
        seed = hash_block(ranges[i].start, ranges[i].size, seed);
        stage.effort += ranges[i].size / 32;
    }
    return heap_hash(seed);
}
