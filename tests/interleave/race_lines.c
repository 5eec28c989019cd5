/* race_lines.c - races as the reader of the source tells them apart.
 *
 * A line that reads a variable twice has two places in the code; what is told of
 * both is the same.
 */
#include <string.h>

#include "interleave/places.h"
#include "interleave/race.h"

static bool alike(const struct access *a, const struct access *b)
{
    if (a->write != b->write || a->atomic != b->atomic || a->leaves != b->leaves ||
        a->task != b->task)
        return false;
    struct place one = place_of(a->pc), other = place_of(b->pc);
    return one.line == other.line && strcmp(one.file, other.file) == 0;
}

static bool reads_the_same(const struct race *a, const struct race *b)
{
    if (strcmp(a->name, b->name) != 0 || a->any_order != b->any_order || a->team != b->team ||
        a->lane[0] || b->lane[0])
        return false;
    return (alike(&a->first, &b->first) && alike(&a->second, &b->second)) ||
           (alike(&a->first, &b->second) && alike(&a->second, &b->first));
}

int races_merge(struct race *races, int count)
{
    int kept = 0;
    for (int i = 0; i < count; i++) {
        int same = 0;
        while (same < kept && !reads_the_same(&races[same], &races[i]))
            same++;
        if (same == kept)
            races[kept++] = races[i];
    }
    return kept;
}
