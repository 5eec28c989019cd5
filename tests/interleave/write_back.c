/* write_back.c - gcc's copying back of what is lastprivate.
 *
 * Of a worksharing loop without any iteration each thread takes itself for the last,
 * and gcc has them all write back what is lastprivate (the iteration variable of a
 * simd loop is, too). The value is unspecified: nobody may look at it, and the writes
 * are no race.
 *
 * Of a loop with iterations one thread writes back. When a second one does, after
 * another round of the same loop, that is a race like any other; so it is when a
 * thread's own simd loop or taskloop writes back what others have, too, or when two
 * regions do. Of a loop that gcc divides itself it is not known whether it had
 * iterations: the race of two rounds of such a loop, with other last threads, is not
 * seen.
 */
#include "interleave/write_back.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "interleave/places.h"
#include "interleave/task_own.h"
#include "interleave/worksharing.h"

/* What the construct of a pragma divides a loop among. */
enum among { NOBODY, TEAM, OWN_TEAM /* it makes the team, too */, LEAGUE };

static bool is(const char *word, size_t length, const char *name)
{
    return strlen(name) == length && strncmp(word, name, length) == 0;
}

static bool is_one_of(const char *word, size_t length, const char *const names[])
{
    for (size_t i = 0; names[i]; i++)
        if (is(word, length, names[i]))
            return true;
    return false;
}

static bool is_clause(const char *word, size_t length)
{
    static const char *const names[] = {"nowait",    "nogroup", "untied",
                                        "mergeable", "ordered", NULL};
    const char *behind = word + length + strspn(word + length, " \t");
    return islower((unsigned char)*word) && (*behind == '(' || is_one_of(word, length, names));
}

/* A macro, or what stands in the next line, may be anything. */
static enum among words_say(const char *text)
{
    static const char *const others[] = {"simd",   "taskloop", "sections", "master",
                                         "masked", "target",   "teams",    NULL};
    enum among among = NOBODY, team = TEAM;
    for (;;) {
        text += strspn(text, " \t");
        size_t length = 0;
        while (isalnum((unsigned char)text[length]) || text[length] == '_')
            length++;
        if (length == 0)
            return *text == '\\' ? LEAGUE : among;
        if (is(text, length, "distribute") || is(text, length, "loop"))
            return LEAGUE;
        if (is(text, length, "parallel"))
            team = OWN_TEAM;
        else if (is(text, length, "for"))
            among = team;
        else if (!is_one_of(text, length, others))
            return among != NOBODY || is_clause(text, length) ? among : LEAGUE;
        text += length;
    }
}

static enum among divided_among(const void *pc)
{
    static struct {
        const void *pc;
        enum among among;
    } cache[64];
    size_t i = (uintptr_t)pc / 4 % 64;
    if (cache[i].pc != pc) {
        const char *text = place_of(pc).text;
        size_t start = strlen("#pragma omp");
        bool pragma = strncmp(text, "#pragma omp", start) == 0;
        cache[i].pc = pc;
        cache[i].among = pragma ? words_say(text + start) : NOBODY;
    }
    return cache[i].among;
}

static bool is_of_team(int strand)
{
    const struct team *team = stage.self->team;
    for (int i = 0; i < team->size; i++)
        if (team->members[i]->strand == strand)
            return true;
    return false;
}

/* A block that members share is a loop's of gcc's own, beside the one in question. */
static bool has_iterations(void)
{
    const struct workshare *share = stage.self->implicit->share;
    return share && share->loop.count > 0 && !share->memory && !share->reductions;
}

/* Not so where the region's results are copied back after its end. */
static bool is_in_region_of(const void *pc)
{
    return place_of(pc).line == place_of(construct_of(stage.self->team->function)).line;
}

bool write_back_of_nothing(const void *pc, int strand)
{
    enum among among = divided_among(pc);
    if (among == NOBODY || has_iterations() || (among == OWN_TEAM && !is_in_region_of(pc)))
        return false;
    return among == LEAGUE || is_of_team(strand);
}
