#include "interleave/compile_names.h"

#include <stddef.h>
#include <string.h>

#include "interleave/symbols.h"

static const struct {
    const char *name, *option;
} names[] = {
#define X(name, safety, why) {#name, "-Wl,--wrap=" #name},
    WRAPPED(X)
#undef X
};

static void look_up(const char *name, bool defined, void *data)
{
    struct own_names *own = data;
    for (int i = 0; defined && i < WRAPPED_NAMES; i++)
        own->is_own[i] |= strcmp(names[i].name, name) == 0;
}

void own_names_of(const char *file, struct own_names *own)
{
    symbols_of_objects(file, look_up, own);
}

const char *wrap_option(int i, const struct own_names *own)
{
    return own->is_own[i] ? NULL : names[i].option;
}
