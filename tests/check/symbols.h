/* symbols.h - the dynamic symbols and a few facts of a shared object. */
#ifndef CHECK_SYMBOLS_H
#define CHECK_SYMBOLS_H

#include <stdbool.h>
#include <stdint.h>

struct symbol {
    const char *name;
    bool defined; /* else it is needed from elsewhere */
    bool function;
    bool unusual; /* resolved by code that runs at load time */
};

struct object {
    struct symbol *symbols;
    int symbol_count;
    int start_calls;    /* functions that run when it is loaded or unloaded */
    uint64_t variables; /* bytes of all its variables that can change */
    uint64_t per_run;   /* the section per_run: address in the object, and size */
    uint64_t per_run_size;
    void *elf; /* libelf's */
    int descriptor;
};

/* Reads the object at path; false when it is none. */
bool object_read(struct object *object, const char *path);
void object_close(struct object *object);

/* Is it defined there? */
bool object_defines(const struct object *object, const char *name);

#endif
