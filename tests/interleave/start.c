/* start.c - constructors and destructors are kept from the loader.
 *
 * gcc has every file with hooks call __tsan_init() from the first constructor
 * of all. There the loader is at the beginning of the object's list: what
 * follows in it is taken out, and called when an execution starts. (The list
 * can be written: programs are linked without relro.)
 */
#include "interleave/start.h"

#include <link.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/abi.h"
#include "interleave/interleave.h"
#include "interleave/reset.h"
#include "interleave/schedule.h"

typedef void function(int, char **, char **);

#define MOST 256 /* functions of each kind; the others run once, when loaded */

static function *before[MOST], *after[MOST];
static int befores, afters;

static void nothing(int count, char **arguments, char **environment)
{
    (void)count;
    (void)arguments;
    (void)environment;
}

static void take(function **list, size_t size, function **into, int *count)
{
    for (size_t i = 0; list && i < size / sizeof *list; i++) {
        if (list[i] == nothing || *count == MOST)
            continue;
        into[(*count)++] = list[i];
        list[i] = nothing;
    }
}

static void take_lists(const struct dl_phdr_info *info, const ElfW(Dyn) * entry)
{
    function **first = NULL, **last = NULL;
    size_t first_size = 0, last_size = 0;
    for (; entry->d_tag != DT_NULL; entry++) {
        uintptr_t address = info->dlpi_addr + entry->d_un.d_ptr;
        if (entry->d_tag == DT_INIT_ARRAY)
            first = (function **)address;
        else if (entry->d_tag == DT_INIT_ARRAYSZ)
            first_size = entry->d_un.d_val;
        else if (entry->d_tag == DT_FINI_ARRAY)
            last = (function **)address;
        else if (entry->d_tag == DT_FINI_ARRAYSZ)
            last_size = entry->d_un.d_val;
    }
    take(first, first_size, before, &befores);
    take(last, last_size, after, &afters);
}

static int is_caller(struct dl_phdr_info *info, size_t size, void *pc)
{
    (void)size;
    const ElfW(Phdr) *dynamic = NULL;
    bool holds = false;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *segment = &info->dlpi_phdr[i];
        if (segment->p_type == PT_DYNAMIC)
            dynamic = segment;
        if (segment->p_type == PT_LOAD)
            holds |= (uintptr_t)pc - info->dlpi_addr - segment->p_vaddr < segment->p_memsz;
    }
    if (holds && dynamic)
        take_lists(info, (const ElfW(Dyn) *)(info->dlpi_addr + dynamic->p_vaddr));
    return holds;
}

ABI void __tsan_init(void);
ABI void __tsan_init(void) { dl_iterate_phdr(is_caller, (void *)(uintptr_t)CALLER_PC); }

char **interleave_arguments(int count, char *const *arguments)
{
    size_t pointers = ((size_t)count + 1) * sizeof(char *), size = pointers;
    for (int i = 0; i < count; i++)
        size += strlen(arguments[i]) + 1;
    char **copy = calloc(1, size);
    if (!copy)
        out_of_memory("the program's arguments");
    char *text = (char *)copy + pointers;
    for (int i = 0; i < count; i++) {
        copy[i] = text;
        text = stpcpy(text, arguments[i]) + 1;
    }
    reset_watch(copy, size);
    return copy;
}

void interleave_construct(int count, char **arguments, char **environment)
{
    for (int i = 0; i < befores; i++)
        before[i](count, arguments, environment);
}

void start_undo(void)
{
    for (int i = afters - 1; i >= 0; i--)
        after[i](0, NULL, NULL);
}
