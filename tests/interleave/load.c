/* load.c - the program: a shared object, its data, its TLS, its names. */
#include <dlfcn.h>
#include <link.h>
#include <string.h>

#include "interleave/bounds.h"
#include "interleave/code.h"
#include "interleave/fiber.h"
#include "interleave/interleave.h"
#include "interleave/libc.h"
#include "interleave/places.h"
#include "interleave/reset.h"
#include "interleave/signals.h"
#include "interleave/tls.h"

struct want {
    const char *path;
    struct dl_phdr_info info;
    bool found;
};

static int match(struct dl_phdr_info *info, size_t size, void *data)
{
    (void)size;
    struct want *want = data;
    if (strcmp(info->dlpi_name, want->path) != 0)
        return 0;
    want->info = *info;
    want->found = true;
    return 1;
}

/* Writable memory of the object, less what the loader has made read-only. */
static void watch_data(const struct dl_phdr_info *info)
{
    uintptr_t relro = 0, relro_end = 0;
    for (int i = 0; i < info->dlpi_phnum; i++)
        if (info->dlpi_phdr[i].p_type == PT_GNU_RELRO) {
            relro = info->dlpi_addr + info->dlpi_phdr[i].p_vaddr;
            relro_end = (relro + info->dlpi_phdr[i].p_memsz + 4095) & ~(uintptr_t)4095;
        }
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *segment = &info->dlpi_phdr[i];
        if (segment->p_type != PT_LOAD || !(segment->p_flags & PF_W))
            continue;
        uintptr_t start = info->dlpi_addr + segment->p_vaddr, end = start + segment->p_memsz;
        if (relro <= start && relro_end > start)
            start = relro_end < end ? relro_end : end;
        reset_watch((void *)start, end - start);
    }
}

static void note_stack(const struct dl_phdr_info *info)
{
    for (int i = 0; i < info->dlpi_phnum; i++)
        if (info->dlpi_phdr[i].p_type == PT_GNU_STACK && info->dlpi_phdr[i].p_flags & PF_X)
            fiber_allow_code();
}

static void note_code(const struct dl_phdr_info *info)
{
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *segment = &info->dlpi_phdr[i];
        if (segment->p_type == PT_LOAD && segment->p_flags & PF_X)
            code_add(info->dlpi_addr + segment->p_vaddr, segment->p_memsz);
    }
}

static void watch_tls(const struct dl_phdr_info *info)
{
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *segment = &info->dlpi_phdr[i];
        if (segment->p_type == PT_TLS)
            tls_watch(info->dlpi_tls_modid, (const void *)(info->dlpi_addr + segment->p_vaddr),
                      segment->p_filesz, segment->p_memsz, segment->p_align);
    }
}

const char *interleave_load(const char *path, bool reset)
{
    void *handle = dlopen(path, (reset ? RTLD_NOW : RTLD_LAZY) | RTLD_GLOBAL);
    if (!handle)
        return dlerror();
    struct link_map *map;
    if (dlinfo(handle, RTLD_DI_LINKMAP, &map) != 0)
        return dlerror();
    struct want want = {.path = map->l_name};
    dl_iterate_phdr(match, &want);
    if (!want.found)
        return "the loader does not list the program";
    static bool libc_watched;
    if (!libc_watched)
        libc_watch();
    libc_watched = true;
    note_code(&want.info);
    note_stack(&want.info);
    if (reset) {
        watch_data(&want.info);
        watch_tls(&want.info);
    }
    signals_install();
    return places_open(path, want.info.dlpi_addr);
}

void interleave_limit_heap(size_t size) { heap_limit = size < HEAP_BYTES ? size : HEAP_BYTES; }

void interleave_reset_also(void *start, size_t size) { reset_watch(start, size); }
