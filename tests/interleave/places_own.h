/* places_own.h - what the files of places share, and nobody else needs.
 *
 * places.c          the opened images; which line is this instruction
 * places_read.c     the tables of an image, in order
 * places_source.c   source lines as text
 * places_location.c where a variable lies
 * places_type.c     what lies so many bytes into a variable
 * places_name.c     what the author would call an address
 */
#ifndef INTERLEAVE_PLACES_OWN_H
#define INTERLEAVE_PLACES_OWN_H

#include <elfutils/libdw.h>
#include <gelf.h>

#include "interleave/places.h"

struct line { /* the instructions from address on */
    Dwarf_Addr address;
    const char *file;
    int number; /* 0: no instruction of the program */
};

struct function {
    Dwarf_Addr start, end;
    Dwarf_Die die;
    const char *name; /* as in the source: without ._omp_fn.N */
    bool outlined;
};

struct symbol {
    uintptr_t address; /* where it is loaded */
    size_t size;
    const char *name;
};

/* An opened shared object. Addresses of lines and functions are the file's; adding
 * bias gives where they are loaded. All tables are ordered by address. */
struct image {
    char *path;
    Elf *elf;
    Dwarf *dwarf; /* NULL: built without -g */
    uintptr_t bias;
    uintptr_t start, end; /* loaded addresses of all segments */

    struct line *lines;
    int line_count;
    struct function *functions;
    int function_count;
    struct symbol *symbols;
    int symbol_count;
    Dwarf_Die *globals; /* and statics: the variables with one address */
    int global_count;

    struct image *next;
};

extern struct image *places_images;

/* The image that holds a loaded address, or NULL. */
struct image *image_at(uintptr_t address);

/* The innermost function around a return address, and its image; or NULL. */
struct function *function_at(const void *pc, struct image **image);

/* Fill the tables of an image. */
void read_lines(struct image *image);
void read_functions(struct image *image);
void read_symbols(struct image *image);
void read_globals(struct image *image);

/* Reads a source file once, while it is there to be read: name is as the
 * compiler was told, path where it lies. */
void source_remember(const char *name, const char *path);
/* Line number of the file, cleaned, "" when unknown; for a line with `#pragma omp
 * atomic` the statement below, in one line; number becomes the statement's. Lives
 * until source_forget(). */
const char *source_statement(const char *name, int *number);
/* A copy of text that lives as long. */
const char *source_keep(const char *text);
void source_forget(void);

/* Does text hold name as a word of C? */
bool holds_word(const char *text, const char *name);

/* Reads a word of this process; false where nothing can be read. */
bool peek(uintptr_t address, uintptr_t *word);

/* What a location expression may refer to. */
struct setting {
    uintptr_t bias;     /* of the image, for DW_OP_addr */
    uintptr_t cfa;      /* of the frame, 0: none */
    uintptr_t block;    /* argument of the outlined function, 0: none */
    int64_t block_slot; /* where the function keeps that argument: fbreg offset */
};

/* Address of the variable; false when it has none in this setting. */
bool variable_address(Dwarf_Die *variable, const struct setting *setting, uintptr_t *address);

/* The fbreg offset at which an outlined function keeps its argument block. */
bool block_slot_of(Dwarf_Die *function, int64_t *slot);

/* The type of a variable, member or pointer, without typedefs and qualifiers. */
bool type_of(Dwarf_Die *die, Dwarf_Die *type);

/* Bytes of a type, 0 when not known before the program runs. */
size_t type_size(Dwarf_Die *type);

/* Goes into type to the smallest part that holds size bytes at offset. Appends
 * ".seats", "[3]" … to path, and leaves that part's type in leaf. False when
 * offset lies outside. */
bool type_path(Dwarf_Die *type, size_t offset, size_t size, char *path, size_t room,
               Dwarf_Die *leaf);

/* 'i', 'u', 'f', 'p', 'c', 'b', or 0. */
char type_letter(Dwarf_Die *type);

/* A static variable by its symbol, "calls" for calls.0: one within a region has no
 * address in gcc 12's debugging information. False: no variable lies there. */
bool place_static(uintptr_t address, char *name, size_t room);

#endif
