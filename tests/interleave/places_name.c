/* places_name.c - what the author would call an address of data.
 *
 * Looked for in this order, the first that fits wins:
 *   1. what the argument block of an outlined function holds or points at
 *   2. the variables of the frames of a stack, innermost first
 *   3. globals and statics
 *   4. what a pointer of the accessing function points at: p[2], t->seats
 *
 * A pointer's type does not say how much it points at. An index above 0 is
 * believed only when the statement itself names the pointer.
 */
#include <dwarf.h>
#include <stdio.h>
#include <string.h>

#include "interleave/places_own.h"

enum { NAME_ROOM = 128, FARTHEST_INDEX = 1 << 20 };

struct search {
    uintptr_t address;
    size_t size;
    const char *text; /* the statement that makes the access */
    Dwarf_Addr pc;    /* in the function whose variables are being looked at */
    struct setting setting;
    /* the best so far */
    bool found;
    int rank;     /* of a variable: deeper scopes hide outer ones */
    size_t index; /* of a pointer: nearer is likelier */
    char name[NAME_ROOM];
    Dwarf_Die leaf;
};

typedef void look(struct search *search, Dwarf_Die *variable, int rank);

/* ---- Variables that hold the address ------------------------------------- */

static void look_inside(struct search *search, Dwarf_Die *variable, int rank)
{
    Dwarf_Die type, leaf;
    uintptr_t start;
    const char *name = dwarf_diename(variable);
    if (!name || (search->found && rank <= search->rank) || !type_of(variable, &type) ||
        !variable_address(variable, &search->setting, &start) || search->address < start ||
        search->address - start >= type_size(&type))
        return;
    char path[NAME_ROOM] = "";
    if (!type_path(&type, search->address - start, search->size, path, sizeof path, &leaf))
        return;
    snprintf(search->name, sizeof search->name, "%.60s%.60s", name, path);
    search->found = true;
    search->rank = rank;
    search->leaf = leaf;
}

/* ---- Pointers ------------------------------------------------------------ */

/* Is name followed by [ in the statement? */
static bool is_indexed(const char *text, const char *name)
{
    char indexed[NAME_ROOM];
    snprintf(indexed, sizeof indexed, "%.100s[", name);
    const char *at = strstr(text, indexed);
    return at && holds_word(at, name);
}

static void name_pointee(struct search *search, const char *name, size_t index, const char *path)
{
    if (index > 0 || is_indexed(search->text, name) || path[0] == '[')
        snprintf(search->name, sizeof search->name, "%.50s[%zu]%.50s", name, index, path);
    else if (path[0] == '.')
        snprintf(search->name, sizeof search->name, "%.60s->%.60s", name, path + 1);
    else
        snprintf(search->name, sizeof search->name, "*%.60s", name);
}

/* The start of what variable points at, and its type. An array whose length is
 * not fixed counts as a pointer to its elements. */
static bool pointee(struct search *search, Dwarf_Die *variable, uintptr_t *start, Dwarf_Die *type)
{
    Dwarf_Die own;
    uintptr_t place;
    if (!type_of(variable, &own) || !variable_address(variable, &search->setting, &place) ||
        !type_of(&own, type))
        return false;
    if (dwarf_tag(&own) == DW_TAG_pointer_type)
        return peek(place, start);
    *start = place;
    return dwarf_tag(&own) == DW_TAG_array_type && type_size(&own) == 0;
}

static void look_behind(struct search *search, Dwarf_Die *variable, int rank)
{
    Dwarf_Die type, leaf;
    uintptr_t start;
    const char *name = dwarf_diename(variable);
    if (!name || !pointee(search, variable, &start, &type))
        return;
    size_t size = type_size(&type);
    if (size == 0 || start == 0 || search->address < start)
        return;
    size_t index = (search->address - start) / size;
    if (index > FARTHEST_INDEX || (index > 0 && !holds_word(search->text, name)))
        return;
    if (search->found &&
        (index > search->index || (index == search->index && rank <= search->rank)))
        return;
    char path[NAME_ROOM] = "";
    if (!type_path(&type, (search->address - start) % size, search->size, path, sizeof path, &leaf))
        return;
    name_pointee(search, name, index, path);
    search->found = true;
    search->rank = rank;
    search->index = index;
    search->leaf = leaf;
}

/* ---- Where to look ------------------------------------------------------- */

/* The variables of a scope and of the blocks in it. Those that are out of scope
 * at pc come last: their place in the frame may have been used again. */
static void look_in_scope(struct search *search, Dwarf_Die *scope, look *at, int rank)
{
    Dwarf_Die die;
    if (dwarf_child(scope, &die) != 0)
        return;
    do {
        int tag = dwarf_tag(&die);
        if (tag == DW_TAG_variable || tag == DW_TAG_formal_parameter)
            at(search, &die, rank);
        else if (tag == DW_TAG_lexical_block)
            look_in_scope(search, &die, at,
                          rank > 0 && dwarf_haspc(&die, search->pc) == 1 ? rank + 1 : 0);
    } while (dwarf_siblingof(&die, &die) == 0);
}

/* Looks at the variables of the function around pc. */
static void look_in_function(struct search *search, const void *pc, uintptr_t cfa, uintptr_t block,
                             look *at)
{
    struct image *image;
    struct function *function = function_at(pc, &image);
    if (!function)
        return;
    search->pc = (uintptr_t)pc - 1 - image->bias;
    search->setting = (struct setting){.bias = image->bias, .cfa = cfa, .block = block};
    if (block && !block_slot_of(&function->die, &search->setting.block_slot))
        return;
    look_in_scope(search, &function->die, at, 1);
}

static void look_in_globals(struct search *search)
{
    struct image *image = image_at(search->address);
    for (int i = 0; image && i < image->global_count; i++) {
        search->setting = (struct setting){.bias = image->bias};
        look_inside(search, &image->globals[i], 1);
    }
}

/* Pointers among the globals of the image whose code is at pc. */
static void look_behind_globals(struct search *search, const void *pc)
{
    struct image *image = image_at((uintptr_t)pc - 1);
    for (int i = 0; image && i < image->global_count; i++) {
        const char *name = dwarf_diename(&image->globals[i]);
        search->setting = (struct setting){.bias = image->bias};
        if (name && holds_word(search->text, name))
            look_behind(search, &image->globals[i], 0);
    }
}

static bool same_function(const void *pc, const void *other)
{
    struct image *image;
    const struct function *function = function_at(pc, &image);
    return function && function == function_at(other, &image);
}

/* A local of another function than the accessing one: "main's seats". */
static void say_whose(struct search *search, const char *owner, const char *accessing)
{
    char name[NAME_ROOM];
    if (owner[0] == '\0' || strcmp(owner, accessing) == 0)
        return;
    bool hisses = owner[strlen(owner) - 1] == 's';
    snprintf(name, sizeof name, "%.50s'%s %.70s", owner, hisses ? "" : "s", search->name);
    strcpy(search->name, name);
}

static void find(struct search *search, const struct frame *frames, int count, const void *region,
                 uintptr_t block)
{
    const void *pc = region ? region : count > 0 ? frames[0].pc : NULL;
    struct place accessing = place_of(pc);
    search->text = accessing.text;
    if (region && block)
        look_in_function(search, region, 0, block, look_inside);
    for (int i = 0; i < count && !search->found; i++) {
        look_in_function(search, frames[i].pc, frames[i].cfa, 0, look_inside);
        if (search->found)
            say_whose(search, place_of(frames[i].pc).function, accessing.function);
    }
    if (!search->found)
        look_in_globals(search);
    if (search->found)
        return;
    if (region && block)
        look_in_function(search, region, 0, block, look_behind);
    if (count > 0 && same_function(frames[0].pc, pc))
        look_in_function(search, frames[0].pc, frames[0].cfa, 0, look_behind);
    look_behind_globals(search, pc);
}

bool place_name(uintptr_t address, size_t size, const struct frame *frames, int count,
                const void *region, uintptr_t block, char *name, size_t room)
{
    struct search search = {.address = address, .size = size > 0 ? size : 1};
    find(&search, frames, count, region, block);
    if (room > 0)
        snprintf(name, room, "%s", search.found ? search.name : "");
    return search.found || place_static(address, name, room);
}

char place_type(uintptr_t address, size_t size, const struct frame *frames, int count,
                const void *region, uintptr_t block)
{
    struct search search = {.address = address, .size = size > 0 ? size : 1};
    find(&search, frames, count, region, block);
    if (!search.found || (size > 0 && type_size(&search.leaf) != size))
        return 0;
    return type_letter(&search.leaf);
}
