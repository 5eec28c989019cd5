/* places_type.c - what lies so many bytes into a variable. */
#include <dwarf.h>
#include <stdio.h>
#include <string.h>

#include "interleave/places_own.h"

enum { DIMENSIONS = 8 };

bool type_of(Dwarf_Die *die, Dwarf_Die *type)
{
    Dwarf_Attribute attribute;
    Dwarf_Die named;
    if (!dwarf_formref_die(dwarf_attr_integrate(die, DW_AT_type, &attribute), &named))
        return false;
    /* dwarf_peel_type() knows typedef, const, volatile, restrict and _Atomic. */
    return dwarf_peel_type(&named, type) == 0;
}

/* Elements along each dimension, 0 where the length is not fixed. */
static int dimensions(Dwarf_Die *array, size_t lengths[DIMENSIONS])
{
    int count = 0;
    Dwarf_Die die;
    if (dwarf_child(array, &die) != 0)
        return 0;
    do {
        Dwarf_Attribute attribute;
        Dwarf_Word value;
        if (dwarf_tag(&die) != DW_TAG_subrange_type || count == DIMENSIONS)
            continue;
        lengths[count] = 0;
        if (dwarf_formudata(dwarf_attr(&die, DW_AT_upper_bound, &attribute), &value) == 0)
            lengths[count] = value + 1;
        else if (dwarf_formudata(dwarf_attr(&die, DW_AT_count, &attribute), &value) == 0)
            lengths[count] = value;
        count++;
    } while (dwarf_siblingof(&die, &die) == 0);
    return count;
}

size_t type_size(Dwarf_Die *type)
{
    if (dwarf_tag(type) != DW_TAG_array_type) {
        int size = dwarf_bytesize(type);
        return size > 0 ? (size_t)size : 0;
    }
    size_t lengths[DIMENSIONS];
    Dwarf_Die element;
    int count = dimensions(type, lengths);
    if (count == 0 || !type_of(type, &element))
        return 0;
    size_t size = type_size(&element);
    for (int i = 0; i < count; i++)
        size *= lengths[i];
    return size;
}

static void append(char *path, size_t room, const char *text)
{
    size_t length = strlen(path);
    if (length < room)
        snprintf(path + length, room - length, "%s", text);
}

/* "[2][3]": as many indices as the size leaves clear. */
static bool array_path(Dwarf_Die *array, size_t offset, size_t size, char *path, size_t room,
                       Dwarf_Die *leaf)
{
    size_t lengths[DIMENSIONS];
    Dwarf_Die element;
    int count = dimensions(array, lengths);
    if (count == 0 || !type_of(array, &element))
        return false;
    size_t stride = type_size(&element);
    for (int i = 1; i < count; i++)
        stride *= lengths[i];
    for (int i = 0; i < count && stride > 0; i++) {
        if (lengths[i] > 0 && offset / stride >= lengths[i])
            return false;
        if (offset % stride + size > stride) { /* more than one element */
            *leaf = *array;
            return true;
        }
        char index[24];
        snprintf(index, sizeof index, "[%zu]", offset / stride);
        append(path, room, index);
        offset %= stride;
        if (i + 1 < count)
            stride = lengths[i + 1] > 0 ? stride / lengths[i + 1] : 0;
    }
    return stride > 0 && type_path(&element, offset, size, path, room, leaf);
}

static size_t member_size(Dwarf_Die *member, Dwarf_Die *type)
{
    return dwarf_bitsize(member) > 0 ? 1 : type_size(type);
}

/* Byte of the structure at which member starts. */
static size_t member_offset(Dwarf_Die *member)
{
    Dwarf_Attribute attribute;
    Dwarf_Word value = 0;
    if (dwarf_formudata(dwarf_attr(member, DW_AT_data_bit_offset, &attribute), &value) == 0)
        return value / 8;
    value = 0;
    dwarf_formudata(dwarf_attr(member, DW_AT_data_member_location, &attribute), &value);
    return value;
}

static bool struct_path(Dwarf_Die *structure, size_t offset, size_t size, char *path, size_t room,
                        Dwarf_Die *leaf)
{
    Dwarf_Die member;
    if (dwarf_child(structure, &member) == 0)
        do {
            Dwarf_Die type;
            if (dwarf_tag(&member) != DW_TAG_member || !type_of(&member, &type))
                continue;
            size_t start = member_offset(&member), length = member_size(&member, &type);
            bool flexible = length == 0 && dwarf_tag(&type) == DW_TAG_array_type;
            if (offset < start || (offset + size > start + length && !flexible))
                continue;
            const char *name = dwarf_diename(&member);
            if (name && name[0] == '_')
                break;  /* a library's own, as in omp_lock_t: nobody's business */
            if (name) { /* the members of an unnamed one are the outer one's */
                append(path, room, ".");
                append(path, room, name);
            }
            if (dwarf_bitsize(&member) > 0) {
                *leaf = member;
                return true;
            }
            return type_path(&type, offset - start, size, path, room, leaf);
        } while (dwarf_siblingof(&member, &member) == 0);
    *leaf = *structure; /* several members, a gap, or nobody's business */
    return true;
}

bool type_path(Dwarf_Die *type, size_t offset, size_t size, char *path, size_t room,
               Dwarf_Die *leaf)
{
    switch (dwarf_tag(type)) {
    case DW_TAG_array_type:
        return array_path(type, offset, size, path, room, leaf);
    case DW_TAG_structure_type:
    case DW_TAG_union_type:
        return offset < type_size(type) && struct_path(type, offset, size, path, room, leaf);
    default:
        *leaf = *type;
        return offset < type_size(type);
    }
}

static char base_letter(Dwarf_Die *type)
{
    Dwarf_Attribute attribute;
    Dwarf_Word encoding = 0;
    const char *name = dwarf_diename(type);
    if (name && strcmp(name, "char") == 0)
        return 'c';
    dwarf_formudata(dwarf_attr(type, DW_AT_encoding, &attribute), &encoding);
    switch (encoding) {
    case DW_ATE_boolean:
        return 'b';
    case DW_ATE_float:
        return 'f';
    case DW_ATE_signed:
    case DW_ATE_signed_char:
        return 'i';
    case DW_ATE_unsigned:
    case DW_ATE_unsigned_char:
        return 'u';
    default:
        return 0;
    }
}

char type_letter(Dwarf_Die *type)
{
    Dwarf_Die underlying;
    switch (dwarf_tag(type)) {
    case DW_TAG_base_type:
        return base_letter(type);
    case DW_TAG_pointer_type:
        return 'p';
    case DW_TAG_enumeration_type:
        return type_of(type, &underlying) ? base_letter(&underlying) : 'i';
    default:
        return 0;
    }
}
