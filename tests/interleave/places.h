/* places.h - names and source lines, from DWARF (libdw).
 *
 * Answers two questions about the loaded program: which source line is this
 * return address, and what would its author call this address of data. Nothing
 * here is called while a program runs at speed: ask when a report is written.
 * Every string returned lives until places_close().
 */
#ifndef INTERLEAVE_PLACES_H
#define INTERLEAVE_PLACES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct place {
    const char
        *file; /* as the compiler was told, e.g. "exercises/42-…/atomic_capture.c"; "" unknown */
    int line;  /* 1 …, 0 unknown */
    const char *
        function; /* source function: "book", for an outlined region or task the function it stands in; "" unknown */
    const char *text; /* the source line without indentation and trailing comment; "" unknown */
    bool outlined;    /* in NAME._omp_fn.N or NAME._omp_cpyfn.N */
};

/* Reads the debugging information of the shared object at path, loaded with
 * its first segment at base. May be called for several objects (the submission
 * and the check). Returns NULL, or why not. */
const char *places_open(const char *path, uintptr_t base);

/* Gives back everything. */
void places_close(void);

/* The place of an instruction. pc is a return address (the line of pc - 1). An
 * access by `#pragma omp atomic` is at the statement below the pragma. */
struct place place_of(const void *pc);

/* Where an address of a stack or of a region's argument block belongs: the
 * caller (the runtime) knows, DWARF does not. */
struct frame {
    const void *pc; /* a return address in the function whose frame it is */
    uintptr_t cfa;  /* its canonical frame address (at -O0: rbp + 16) */
};

/* Writes what the author would call the size bytes at address into name:
 *   seats, show.seats, shows[3].seats, tickets[1], main's seats, p[2]
 * Global and static variables by their address; for a stack address frames[0 …
 * count-1] are the frames of that stack, innermost first, as far as known.
 * An address within the argument block of an outlined function (.omp_data_o)
 * is named by the variable that the block holds: region is a return address in
 * the outlined function and block its argument (0: none). region may be any
 * return address in the function that makes the access: its own variables are
 * then plain ("seats"), those of others are not ("main's seats").
 * Returns false when nothing is known (name is then ""). */
bool place_name(uintptr_t address, size_t size, const struct frame *frames, int count,
                const void *region, uintptr_t block, char *name, size_t room);

/* How the value at address should be read: 'i' signed, 'u' unsigned integer,
 * 'f' floating point, 'p' pointer, 'c' char, 'b' _Bool; 0 unknown. Same
 * arguments. */
char place_type(uintptr_t address, size_t size, const struct frame *frames, int count,
                const void *region, uintptr_t block);

/* Address of the global variable or function called name in the opened
 * objects' symbol tables, 0 when there is none; *size is set if not NULL. */
uintptr_t place_symbol(const char *name, size_t *size);

/* Name of the symbol that starts at address ("", if none):
 * .gomp_critical_user_seats gives ".gomp_critical_user_seats". */
const char *place_symbol_at(uintptr_t address);

#endif
