/* libc_map.c - memory by the page: mmap and its relatives.
 *
 * Pages come from the execution's heap, so that they are where they were in the
 * execution before, and judged as malloc's are. A file that is mapped is copied:
 * what is written there does not reach it, so that only private maps, and those
 * that are only read, can be followed.
 */
#include <errno.h>
#include <sys/mman.h>

#include "interleave/heap.h"
#include "interleave/libc_own.h"
#include "interleave/libc_streams.h"
#include "interleave/race.h"

#define PAGE ((size_t)4096)

static void *pages(size_t size, const void *pc)
{
    void *block = size && size <= HEAP_BYTES
                      ? heap_alloc_at((size + PAGE - 1) & ~(PAGE - 1), PAGE, 1, pc)
                      : NULL;
    if (!block) {
        errno = size ? ENOMEM : EINVAL;
        return MAP_FAILED;
    }
    race_forget((uintptr_t)block, size);
    return block;
}

static void copy_file(void *to, size_t size, const struct file *file, off_t offset)
{
    size_t at = (size_t)offset, there = at < file->size ? file->size - at : 0;
    if (there)
        memcpy(to, file->bytes + at, there < size ? there : size);
}

ABI void *__wrap_mmap(void *wanted, size_t size, int protection, int flags, int number,
                      off_t offset)
{
    (void)wanted;
    if (flags & MAP_FIXED)
        libc_refuse(CALLER_PC, "mmap", "memory at an address of its own choice");
    if (flags & MAP_ANONYMOUS)
        return pages(size, CALLER_PC);
    const struct stream *stream = stream_numbered(number);
    if (!stream || !stream->file || offset < 0) {
        errno = !stream ? EBADF : offset < 0 ? EINVAL : ENODEV;
        return MAP_FAILED;
    }
    if (flags & MAP_SHARED && protection & PROT_WRITE)
        libc_refuse(CALLER_PC, "mmap", "writing to a file through memory");
    stream_step(stream, CALLER_PC, CALLER_CFA);
    void *block = pages(size, CALLER_PC);
    if (block != MAP_FAILED)
        copy_file(block, size, stream->file, offset);
    return block;
}
ALSO(mmap64, mmap)

/* A map that goes in parts stays. */
ABI int __wrap_munmap(void *block, size_t size)
{
    size_t whole = heap_size(block);
    if (whole && size + PAGE > whole) {
        WRITE(block, size);
        heap_free_at(block, CALLER_PC);
    }
    return 0;
}

/* Advice, and rights that are only taken away: nothing that a right program notices. */
ABI int __wrap_madvise(void *block, size_t size, int advice)
{
    if (advice == MADV_DONTNEED && heap_holds((uintptr_t)block)) {
        WRITE(block, size);
        memset(block, 0, size);
    }
    return 0;
}

ABI int __wrap_mprotect(void *block, size_t size, int protection)
{
    (void)block;
    (void)size;
    (void)protection;
    return 0;
}
ALSO(msync, mprotect)
ALSO(mlock, mprotect)
ALSO(munlock, mprotect)
