/* places.c - the opened shared objects (images), and which source line an instruction is.
 *
 * Everything that needs the file system (debugging information, source lines)
 * is read by places_open(): a report may be written where no file can be
 * opened any more. Names of data are looked up only when asked for.
 */
#include "interleave/places.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "interleave/places_own.h"

struct image *places_images;

/* Where the segments lie; the first one is loaded at base. */
static bool read_segments(struct image *image, uintptr_t base)
{
    size_t count;
    if (elf_getphdrnum(image->elf, &count) != 0)
        return false;
    bool any = false;
    Dwarf_Addr first = 0, last = 0;
    for (size_t i = 0; i < count; i++) {
        GElf_Phdr segment;
        if (!gelf_getphdr(image->elf, (int)i, &segment) || segment.p_type != PT_LOAD)
            continue;
        if (!any)
            first = segment.p_vaddr & ~(Dwarf_Addr)0xfff;
        any = true;
        if (segment.p_vaddr + segment.p_memsz > last)
            last = segment.p_vaddr + segment.p_memsz;
    }
    image->bias = base - first;
    image->start = base;
    image->end = image->bias + last;
    return any;
}

static void image_free(struct image *image)
{
    if (image->dwarf)
        dwarf_end(image->dwarf);
    if (image->elf)
        elf_end(image->elf);
    free(image->path);
    free(image->lines);
    free(image->functions);
    free(image->symbols);
    free(image->globals);
    free(image);
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
    struct image *image = calloc(1, sizeof *image);
    if (!image)
        return "out of memory";
    image->path = strdup(path);
    image->elf = read_elf(path);
    if (!image->elf || !read_segments(image, base)) {
        image_free(image);
        return "not a shared object that can be read";
    }
    image->dwarf = dwarf_begin_elf(image->elf, DWARF_C_READ, NULL);
    read_symbols(image);
    if (image->dwarf) {
        read_lines(image);
        read_functions(image);
        read_globals(image);
    }
    image->next = places_images;
    places_images = image;
    return image->dwarf ? NULL : "built without debugging information (-g)";
}

void places_close(void)
{
    while (places_images) {
        struct image *next = places_images->next;
        image_free(places_images);
        places_images = next;
    }
    source_forget();
}

struct image *image_at(uintptr_t address)
{
    for (struct image *image = places_images; image; image = image->next)
        if (address >= image->start && address < image->end)
            return image;
    return NULL;
}

/* The last line that starts at or below address. */
static const struct line *line_at(const struct image *image, Dwarf_Addr address)
{
    int low = 0, high = image->line_count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (image->lines[middle].address <= address)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? &image->lines[low - 1] : NULL;
}

struct function *function_at(const void *pc, struct image **image)
{
    *image = image_at((uintptr_t)pc - 1);
    if (!*image)
        return NULL;
    Dwarf_Addr address = (uintptr_t)pc - 1 - (*image)->bias;
    int low = 0, high = (*image)->function_count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if ((*image)->functions[middle].start <= address)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0 || address >= (*image)->functions[low - 1].end)
        return NULL;
    return &(*image)->functions[low - 1];
}

struct place place_of(const void *pc)
{
    struct place place = {.file = "", .function = "", .text = ""};
    struct image *image;
    const struct function *function = function_at(pc, &image);
    if (function) {
        place.function = function->name;
        place.outlined = function->outlined;
    }
    if (!image)
        return place;
    const struct line *line = line_at(image, (uintptr_t)pc - 1 - image->bias);
    if (line && line->number > 0) {
        place.file = line->file;
        place.line = line->number;
        place.text = source_statement(line->file, &place.line);
    }
    return place;
}

uintptr_t place_symbol(const char *name, size_t *size)
{
    for (struct image *image = places_images; image; image = image->next)
        for (int i = 0; i < image->symbol_count; i++)
            if (strcmp(image->symbols[i].name, name) == 0) {
                if (size)
                    *size = image->symbols[i].size;
                return image->symbols[i].address;
            }
    return 0;
}

/* The last symbol that starts at or before the address, or NULL. */
static const struct symbol *symbol_before(uintptr_t address)
{
    const struct image *image = image_at(address);
    int low = 0, high = image ? image->symbol_count : 0;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (image->symbols[middle].address <= address)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? &image->symbols[low - 1] : NULL;
}

const char *place_symbol_at(uintptr_t address)
{
    const struct symbol *symbol = symbol_before(address);
    return symbol && symbol->address == address ? symbol->name : "";
}

bool place_static(uintptr_t address, char *name, size_t room)
{
    const struct symbol *symbol = symbol_before(address);
    if (!symbol || address >= symbol->address + symbol->size || *symbol->name == '.')
        return false;
    int length = (int)strcspn(symbol->name, ".");
    snprintf(name, room, "%s%.*s", address > symbol->address ? "part of " : "", length,
             symbol->name);
    return true;
}
