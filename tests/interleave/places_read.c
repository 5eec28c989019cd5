/* places_read.c - line table, functions and symbols of an image, in order. */
#include <dwarf.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/places_own.h"

/* A growing array: *items of size bytes each has room for one more. */
static void *one_more(void *items, int count, size_t size)
{
    if (count != 0 && (count < 64 || (count & (count - 1)) != 0))
        return items;
    size_t room = count < 64 ? 64 : (size_t)count * 2;
    void *grown = realloc(items, room * size);
    if (!grown)
        abort();
    return grown;
}

typedef void visit(struct image *image, Dwarf_Die *unit);

/* Visits every compiled file of the image. */
static void for_each_unit(struct image *image, visit *visit_unit)
{
    Dwarf_Off offset = 0, next;
    size_t header;
    while (dwarf_nextcu(image->dwarf, offset, &next, &header, NULL, NULL, NULL) == 0) {
        Dwarf_Die unit;
        if (dwarf_offdie(image->dwarf, offset + header, &unit))
            visit_unit(image, &unit);
        offset = next;
    }
}

/* ---- Lines --------------------------------------------------------------- */

static const char *attribute_text(Dwarf_Die *die, unsigned name)
{
    Dwarf_Attribute attribute;
    const char *text = dwarf_formstring(dwarf_attr(die, name, &attribute));
    return text ? text : "";
}

/* libdw puts the compiler's folder before each relative name; the author knows
 * the file as the compiler was told. */
static const char *as_told(const char *file, const char *folder, const char *told)
{
    size_t length = strlen(folder);
    if (length > 0 && strncmp(file, folder, length) == 0 && file[length] == '/')
        return told[0] == '/' ? file : file + length + 1;
    return file;
}

static void add_line(struct image *image, Dwarf_Line *line, Dwarf_Die *unit)
{
    Dwarf_Addr address;
    int number = 0;
    bool over = false;
    if (dwarf_lineaddr(line, &address) != 0)
        return;
    dwarf_lineno(line, &number);
    dwarf_lineendsequence(line, &over);
    const char *file = dwarf_linesrc(line, NULL, NULL);
    const char *folder = attribute_text(unit, DW_AT_comp_dir);
    image->lines = one_more(image->lines, image->line_count, sizeof *image->lines);
    struct line *added = &image->lines[image->line_count++];
    added->address = address;
    added->number = over || !file ? 0 : number;
    added->file = file ? as_told(file, folder, attribute_text(unit, DW_AT_name)) : "";
    if (added->number > 0)
        source_remember(added->file, file);
}

/* Equal addresses keep the table's order: the last of them counts. */
static int by_address_then_order(const void *left, const void *right)
{
    const struct line *a = left, *b = right;
    if (a->address != b->address)
        return a->address < b->address ? -1 : 1;
    if ((a->number == 0) != (b->number == 0)) /* an end meets the next start */
        return a->number == 0 ? -1 : 1;
    return 0;
}

static void add_lines(struct image *image, Dwarf_Die *unit)
{
    Dwarf_Lines *lines;
    size_t count;
    if (dwarf_getsrclines(unit, &lines, &count) == 0)
        for (size_t i = 0; i < count; i++)
            add_line(image, dwarf_onesrcline(lines, i), unit);
}

void read_lines(struct image *image)
{
    for_each_unit(image, add_lines);
    if (image->line_count > 0)
        qsort(image->lines, (size_t)image->line_count, sizeof *image->lines, by_address_then_order);
}

/* ---- Functions ----------------------------------------------------------- */

/* "main" for main._omp_fn.0: gcc lifts regions and tasks out of a function into
 * functions of their own, and copies task arguments with _omp_cpyfn. */
static void name_function(struct function *function)
{
    const char *name = dwarf_diename(&function->die);
    const char *suffix = name ? strstr(name, "._omp_") : NULL;
    function->outlined = suffix != NULL;
    function->name = name ? name : "";
    if (!suffix)
        return;
    char *source = strndup(name, (size_t)(suffix - name));
    function->name = source_keep(source ? source : "");
    free(source);
}

static void add_functions(struct image *image, Dwarf_Die *parent)
{
    Dwarf_Die die;
    if (dwarf_child(parent, &die) != 0)
        return;
    do {
        struct function function = {.die = die};
        int tag = dwarf_tag(&die);
        if (tag == DW_TAG_subprogram && dwarf_lowpc(&die, &function.start) == 0 &&
            dwarf_highpc(&die, &function.end) == 0) {
            name_function(&function);
            image->functions =
                one_more(image->functions, image->function_count, sizeof *image->functions);
            image->functions[image->function_count++] = function;
        }
        if (tag == DW_TAG_subprogram || tag == DW_TAG_lexical_block)
            add_functions(image, &die);
    } while (dwarf_siblingof(&die, &die) == 0);
}

static int by_start(const void *left, const void *right)
{
    const struct function *a = left, *b = right;
    return (a->start > b->start) - (a->start < b->start);
}

void read_functions(struct image *image)
{
    for_each_unit(image, add_functions);
    if (image->function_count > 0)
        qsort(image->functions, (size_t)image->function_count, sizeof *image->functions, by_start);
}

/* ---- Globals and statics --------------------------------------------------- */

static void add_globals(struct image *image, Dwarf_Die *parent)
{
    const struct setting setting = {.bias = image->bias};
    Dwarf_Die die;
    if (dwarf_child(parent, &die) != 0)
        return;
    do {
        int tag = dwarf_tag(&die);
        uintptr_t start;
        if (tag == DW_TAG_variable && variable_address(&die, &setting, &start)) {
            image->globals = one_more(image->globals, image->global_count, sizeof *image->globals);
            image->globals[image->global_count++] = die;
        } else if (tag == DW_TAG_subprogram || tag == DW_TAG_lexical_block) {
            add_globals(image, &die);
        }
    } while (dwarf_siblingof(&die, &die) == 0);
}

void read_globals(struct image *image) { for_each_unit(image, add_globals); }

/* ---- Symbols ------------------------------------------------------------- */

static void add_symbols(struct image *image, Elf_Scn *section, const GElf_Shdr *header)
{
    Elf_Data *data = elf_getdata(section, NULL);
    if (!data || header->sh_entsize == 0)
        return;
    int count = (int)(header->sh_size / header->sh_entsize);
    for (int i = 0; i < count; i++) {
        GElf_Sym symbol;
        if (!gelf_getsym(data, i, &symbol) || symbol.st_shndx == SHN_UNDEF ||
            (GELF_ST_TYPE(symbol.st_info) != STT_OBJECT &&
             GELF_ST_TYPE(symbol.st_info) != STT_FUNC))
            continue;
        const char *name = elf_strptr(image->elf, header->sh_link, symbol.st_name);
        if (!name)
            continue;
        image->symbols = one_more(image->symbols, image->symbol_count, sizeof *image->symbols);
        image->symbols[image->symbol_count++] = (struct symbol){
            .address = image->bias + symbol.st_value, .size = symbol.st_size, .name = name};
    }
}

static int by_symbol_address(const void *left, const void *right)
{
    const struct symbol *a = left, *b = right;
    if (a->address != b->address)
        return a->address < b->address ? -1 : 1;
    return strcmp(a->name, b->name);
}

void read_symbols(struct image *image)
{
    Elf_Scn *section = NULL;
    while ((section = elf_nextscn(image->elf, section)) != NULL) {
        GElf_Shdr header;
        if (gelf_getshdr(section, &header) && header.sh_type == SHT_SYMTAB)
            add_symbols(image, section, &header);
    }
    if (image->symbol_count > 0)
        qsort(image->symbols, (size_t)image->symbol_count, sizeof *image->symbols,
              by_symbol_address);
}
