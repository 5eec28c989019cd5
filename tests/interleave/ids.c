/* ids.c - replay ids: the choices of a schedule as a short string.
 *
 *     12-0011          gcc 12; threads 0, 0, 1, 1
 *     12-0*40.1        forty times thread 0, then thread 1
 *     0011             whatever the version
 *
 * One character a choice, 0-9 a-z A-Z and then '_' and '-' for 62 and 63.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/bounds.h"
#include "interleave/interleave.h"

static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-";

/* Runs shorter than this are written out. */
#define SHORT_RUN 5

static int run_length(const struct choices *choices, int at)
{
    int end = at;
    while (end < choices->count && choices->thread[end] == choices->thread[at])
        end++;
    return end - at;
}

char *choices_id(const struct choices *choices)
{
    size_t room = (size_t)choices->count + 32, used;
    char *id = malloc(room);
    if (!id)
        abort();
    used = (size_t)snprintf(id, room, "%d-", __GNUC__);
    for (int i = 0; i < choices->count;) {
        int run = run_length(choices, i);
        char digit = digits[choices->thread[i] & 63];
        if (run < SHORT_RUN) {
            memset(id + used, digit, (size_t)run);
            used += (size_t)run;
        } else {
            used += (size_t)snprintf(id + used, room - used, "%c*%d.", digit, run);
        }
        i += run;
    }
    id[used] = '\0';
    return id;
}

static const char *problem(const char *text, size_t at)
{
    static char message[160];
    snprintf(message, sizeof message, "position %zu of the replay id: %s", at + 1, text);
    return message;
}

static void append(struct choices *choices, int choice, long times)
{
    size_t count = (size_t)choices->count + (size_t)times;
    choices->thread = realloc(choices->thread, count * sizeof *choices->thread);
    if (!choices->thread)
        abort();
    while (times-- > 0)
        choices->thread[choices->count++] = choice;
}

/* The number of repetitions behind a digit: "*12." or nothing. */
static const char *repetitions(const char **at, const char *start, long *times)
{
    *times = 1;
    if (**at != '*')
        return NULL;
    char *end;
    *times = strtol(*at + 1, &end, 10);
    if (end == *at + 1 || *times < 1 || *times > MAX_VISIBLE_ONCE || *end != '.')
        return problem("after '*' a number and a full stop are expected", (size_t)(*at - start));
    *at = end + 1;
    return NULL;
}

const char *choices_read(const char *id, struct choices *choices)
{
    *choices = (struct choices){0};
    char *at;
    long version = strtol(id, &at, 10);
    bool says = at != id && *at == '-';
    if (says && version != __GNUC__)
        return problem("it was made with another version of gcc: the steps differ; run again "
                       "to get a new one",
                       0);
    for (const char *here = says ? at + 1 : id; *here;) {
        const char *digit = strchr(digits, *here);
        if (!digit)
            return problem("a digit or a letter is expected", (size_t)(here - id));
        here++;
        long times;
        const char *wrong = repetitions(&here, id, &times);
        if (wrong)
            return wrong;
        append(choices, (int)(digit - digits), times);
    }
    return NULL;
}
