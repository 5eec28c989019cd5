/* verdict.c - the names and meanings of the verdicts, from the one list. */
#include "interleave/verdict.h"

#include <stddef.h>

static const struct {
    const char *name;
    const char *meaning;
} verdicts[] = {
#define X(name, meaning) {#name, meaning},
    VERDICTS(X)
#undef X
};

const char *verdict_name(enum verdict verdict)
{
    return (size_t)verdict < VERDICT_COUNT ? verdicts[verdict].name : "";
}

const char *verdict_meaning(enum verdict verdict)
{
    return (size_t)verdict < VERDICT_COUNT ? verdicts[verdict].meaning : "";
}
