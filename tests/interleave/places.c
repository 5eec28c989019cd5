/* places.c - the opened objects, and which source line an instruction is.
 *
 * Everything that needs the file system (debugging information, source lines)
 * is read by places_open(): a report may be written where no file can be
 * opened any more. Names of data are looked up only when asked for.
 */
#include "interleave/places.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "interleave/places_own.h"

struct object *places_objects;

/* Where the segments lie; the first one is loaded at base. */
static bool read_segments(struct object *object, uintptr_t base)
{
    size_t count;
    if (elf_getphdrnum(object->elf, &count) != 0)
        return false;
    bool any = false;
    Dwarf_Addr first = 0, last = 0;
    for (size_t i = 0; i < count; i++) {
        GElf_Phdr segment;
        if (!gelf_getphdr(object->elf, (int)i, &segment) || segment.p_type != PT_LOAD)
            continue;
        if (!any)
            first = segment.p_vaddr & ~(Dwarf_Addr)0xfff;
        any = true;
        if (segment.p_vaddr + segment.p_memsz > last)
            last = segment.p_vaddr + segment.p_memsz;
    }
    object->bias = base - first;
    object->start = base;
    object->end = object->bias + last;
    return any;
}

static void object_free(struct object *object)
{
    if (object->dwarf)
        dwarf_end(object->dwarf);
    if (object->elf)
        elf_end(object->elf);
    free(object->path);
    free(object->lines);
    free(object->functions);
    free(object->symbols);
    free(object->globals);
    free(object);
}

/* The file is read whole, so that its descriptor need not stay open. */
static Elf *read_elf(const char *path)
{
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return NULL;
    elf_version(EV_CURRENT);
    Elf *elf = elf_begin(descriptor, ELF_C_READ, NULL);
    if (elf && (elf_kind(elf) != ELF_K_ELF || elf_cntl(elf, ELF_C_FDREAD) != 0)) {
        elf_end(elf);
        elf = NULL;
    }
    close(descriptor);
    return elf;
}

const char *places_open(const char *path, uintptr_t base)
{
    struct object *object = calloc(1, sizeof *object);
    if (!object)
        return "out of memory";
    object->path = strdup(path);
    object->elf = read_elf(path);
    if (!object->elf || !read_segments(object, base)) {
        object_free(object);
        return "not a shared object that can be read";
    }
    object->dwarf = dwarf_begin_elf(object->elf, DWARF_C_READ, NULL);
    read_symbols(object);
    if (object->dwarf) {
        read_lines(object);
        read_functions(object);
        read_globals(object);
    }
    object->next = places_objects;
    places_objects = object;
    return object->dwarf ? NULL : "built without debugging information (-g)";
}

void places_close(void)
{
    while (places_objects) {
        struct object *next = places_objects->next;
        object_free(places_objects);
        places_objects = next;
    }
    source_forget();
}

struct object *object_at(uintptr_t address)
{
    for (struct object *object = places_objects; object; object = object->next)
        if (address >= object->start && address < object->end)
            return object;
    return NULL;
}

/* The last line that starts at or below address. */
static const struct line *line_at(const struct object *object, Dwarf_Addr address)
{
    int low = 0, high = object->line_count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (object->lines[middle].address <= address)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? &object->lines[low - 1] : NULL;
}

struct function *function_at(const void *pc, struct object **object)
{
    *object = object_at((uintptr_t)pc - 1);
    if (!*object)
        return NULL;
    Dwarf_Addr address = (uintptr_t)pc - 1 - (*object)->bias;
    int low = 0, high = (*object)->function_count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if ((*object)->functions[middle].start <= address)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0 || address >= (*object)->functions[low - 1].end)
        return NULL;
    return &(*object)->functions[low - 1];
}

struct place place_of(const void *pc)
{
    struct place place = {.file = "", .function = "", .text = ""};
    struct object *object;
    const struct function *function = function_at(pc, &object);
    if (function) {
        place.function = function->name;
        place.outlined = function->outlined;
    }
    if (!object)
        return place;
    const struct line *line = line_at(object, (uintptr_t)pc - 1 - object->bias);
    if (line && line->number > 0) {
        place.file = line->file;
        place.line = line->number;
        place.text = source_statement(line->file, &place.line);
    }
    return place;
}

uintptr_t place_symbol(const char *name, size_t *size)
{
    for (struct object *object = places_objects; object; object = object->next)
        for (int i = 0; i < object->symbol_count; i++)
            if (strcmp(object->symbols[i].name, name) == 0) {
                if (size)
                    *size = object->symbols[i].size;
                return object->symbols[i].address;
            }
    return 0;
}

const char *place_symbol_at(uintptr_t address)
{
    const struct object *object = object_at(address);
    int low = 0, high = object ? object->symbol_count : 0;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (object->symbols[middle].address < address)
            low = middle + 1;
        else
            high = middle;
    }
    if (!object || low == object->symbol_count || object->symbols[low].address != address)
        return "";
    return object->symbols[low].name;
}
