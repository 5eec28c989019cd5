/* main_races.c - races as text: what was raced on, both accesses, who made them.
 *
 *   data race on seats: nothing orders
 *     thread 0 reads   booking.c:9   if (seats > 0)
 *     thread 1 writes  booking.c:11  seats = seats - 1
 *
 * Some in full, the rest by name.
 */
#include <stdlib.h>
#include <string.h>

#include "interleave/main_tool.h"
#include "interleave/places.h"

enum { MOST_IN_FULL = 8, MOST_NAMES = 12 };

static const char *name_of(const struct race *race)
{
    return *race->name ? race->name : "shared data";
}

/* "booking.c:11", or "code without debugging information". */
static void place_text(const struct access *access, char *text, size_t room)
{
    struct place place = place_of(access->pc);
    if (place.line > 0)
        snprintf(text, room, "%s:%d", place.file, place.line);
    else
        snprintf(text, room, "code without debugging information");
}

static const struct access *access_of(const struct race *race, int side)
{
    return side ? &race->second : &race->first;
}

/* The second of two tasks that one lane ran in turn: the number does not tell
 * them apart. */
static bool is_another(const struct race *race, int side)
{
    const struct access *first = &race->first, *second = &race->second;
    return side == 1 && first->task && second->task && first->thread == second->thread &&
           first->made_at == second->made_at;
}

/* "thread 0", "task 2", "another task", "iteration 3" of a simd loop. */
static void name_text(const struct race *race, int side, char *text, size_t room)
{
    const struct access *access = access_of(race, side);
    if (race->lane[side])
        snprintf(text, room, "iteration %u", race->lane[side]);
    else if (is_another(race, side))
        snprintf(text, room, "another task");
    else
        snprintf(text, room, "%s %d", access->task ? "task" : "thread", access->thread);
}

/* "thread 0 writes", "task 2 of line 7 reads atomically". */
static void who_text(const struct race *race, int side, char *text, size_t room)
{
    const struct access *access = access_of(race, side);
    char name[32], made[32] = "";
    const char *does = access->leaves ? "returns" : access->write ? "writes" : "reads";
    name_text(race, side, name, sizeof name);
    if (access->task && access->made_at)
        snprintf(made, sizeof made, "of line %d ", place_of(access->made_at).line);
    snprintf(text, room, "%s %s%-6s%s", name, made, does, access->atomic ? " atomically" : "");
}

/* What stands beside the place: the source text. */
static const char *text_of(const struct access *access)
{
    return access->leaves ? "and the variable is gone" : place_of(access->pc).text;
}

/* Of the two accesses of a race: the widest of each column. */
struct columns {
    int who, place, text;
};

static void widen(int *column, const char *text)
{
    int width = (int)strlen(text);
    *column = width > *column ? width : *column;
}

static struct columns columns_of(const struct race *race)
{
    struct columns columns = {0};
    for (int side = 0; side < 2; side++) {
        char who[96], place[512];
        who_text(race, side, who, sizeof who);
        place_text(access_of(race, side), place, sizeof place);
        widen(&columns.who, who);
        widen(&columns.place, place);
        widen(&columns.text, text_of(access_of(race, side)));
    }
    return columns;
}

/* Who, where, and the source text: beside it, or below where it does not fit. */
static void print_access(FILE *out, const struct race *race, int side,
                         const struct columns *columns, int width)
{
    const struct access *access = access_of(race, side);
    char who[96], place[512];
    const char *text = text_of(access);
    bool below = 4 + columns->who + 2 + columns->place + 2 + columns->text > width;
    who_text(race, side, who, sizeof who);
    place_text(access, place, sizeof place);
    if (!*text)
        fprintf(out, "    %-*s  %s\n", columns->who, who, place);
    else if (below)
        fprintf(out, "    %-*s  %s\n        %s\n", columns->who, who, place, text);
    else
        fprintf(out, "    %-*s  %-*s  %s\n", columns->who, who, columns->place, place, text);
}

/* What safelen would have to promise for the two iterations. */
static void print_advice(FILE *out, const struct race *race, int width)
{
    unsigned distance = race->lane[1] - race->lane[0];
    char text[96] = "neighbours depend on each other: this loop cannot be simd as it stands";
    if (distance > 1)
        snprintf(text, sizeof text, "safelen(k) with k at most %u would allow it", distance);
    text_folded(out, 4, width, text);
}

static void print_race(FILE *out, const struct race *race, int width)
{
    struct columns columns = columns_of(race);
    fprintf(out, "\n  data race on %s", name_of(race));
    if (race->team > 0)
        fprintf(out, " in a team of %d", race->team);
    fprintf(out, race->any_order ? ": in a loop whose iterations have no order\n"
                 : race->lane[0] ? ": as lanes of one simd loop these lose their order\n"
                                 : ": nothing orders\n");
    for (int side = 0; side < 2; side++)
        print_access(out, race, side, &columns, width);
    if (race->lane[0] && !race->any_order)
        print_advice(out, race, width);
}

static bool named_before(const struct answer *answer, int from, int at)
{
    for (int i = from; i < at; i++)
        if (strcmp(name_of(&answer->races[i]), name_of(&answer->races[at])) == 0)
            return true;
    return false;
}

/* "12 more races, on seats, booked" */
static void print_rest(FILE *out, const struct answer *answer, int width)
{
    int rest = answer->race_count - MOST_IN_FULL, names = 0;
    char *text = NULL;
    size_t size;
    FILE *line = open_memstream(&text, &size);
    if (!line)
        quit(EXIT_OURS, "[internal] out of memory");
    fprintf(line, "%d more race%s, on", rest, rest == 1 ? "" : "s");
    for (int i = MOST_IN_FULL; i < answer->race_count; i++) {
        if (named_before(answer, MOST_IN_FULL, i))
            continue;
        if (names < MOST_NAMES)
            fprintf(line, "%s %s", names > 0 ? "," : "", name_of(&answer->races[i]));
        names++;
    }
    if (names > MOST_NAMES)
        fprintf(line, " and %d other variables", names - MOST_NAMES);
    fclose(line);
    fputc('\n', out);
    text_folded(out, 2, width, text);
    free(text);
}

/* Races that only another team shows are best looked at with that team. */
static void print_team(FILE *out, const struct asked *asked, const struct answer *answer)
{
    int team = answer->race_count > 0 ? answer->races[0].team : 0;
    for (int i = 0; i < answer->race_count; i++)
        if (answer->races[i].team == 0)
            return;
    if (team > 0)
        fprintf(out, "\n  a team of %d shows no race; ask again with --threads %d to see more\n",
                asked->threads, team);
}

void text_races(FILE *out, const struct asked *asked, const struct answer *answer, int width)
{
    for (int i = 0; i < answer->race_count && i < MOST_IN_FULL; i++)
        print_race(out, &answer->races[i], width);
    if (answer->race_count > MOST_IN_FULL)
        print_rest(out, answer, width);
    print_team(out, asked, answer);
}
