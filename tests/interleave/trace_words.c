/* trace_words.c - what one event says.
 *
 * A lane shows the learner's own words, so an access is its source text and
 * beside it what it did. Synchronisation has words of its own where the
 * pragma's are clumsy.
 */
#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/places.h"
#include "interleave/trace_own.h"

static const char *arrow(const struct trace_style *style) { return style->ascii ? "->" : "→"; }

void lane_title(const struct trace_style *style, int thread, char *text, size_t room)
{
    const char *name = style->lanes ? style->lanes : "thread";
    if (thread < 64 && style->tasks >> thread & 1)
        snprintf(text, room, "task %d", thread);
    else if (style->letters && thread < 26)
        snprintf(text, room, "%s %c", name, 'A' + thread);
    else
        snprintf(text, room, "%s %d", name, thread);
}

/* ---- Values -------------------------------------------------------------- */

static void float_text(int64_t raw, uint32_t size, char *text, size_t room)
{
    double value = 0;
    float narrow;
    if (size == sizeof narrow) {
        memcpy(&narrow, &raw, sizeof narrow);
        value = (double)narrow;
    } else {
        memcpy(&value, &raw, sizeof value);
    }
    snprintf(text, room, "%.6g", value);
}

static uint64_t without_sign(int64_t raw, uint32_t size)
{
    return size < 8 ? (uint64_t)raw & ((UINT64_C(1) << (8 * size)) - 1) : (uint64_t)raw;
}

/* The block that gcc hands to a region has no debugging information. What looks
 * like an address of data or of a stack is one: it changes from run to run. And an
 * integer beyond 2^53 is far less likely than a double. */
static void guess_text(int64_t raw, uint32_t size, char type, char *text, size_t room)
{
    bool untyped = type == 0 && size == 8;
    if (untyped && raw >> 46 == 1)
        snprintf(text, room, "a pointer");
    else if (untyped && (raw >> 53) != 0 && (raw >> 53) != -1)
        float_text(raw, size, text, room);
    else
        snprintf(text, room, "%" PRId64, raw);
}

/* A local variable that nobody set holds what gcc's -ftrivial-auto-var-init fills
 * it with. A small one may hold that by itself. */
static bool never_set(uint64_t bits, uint32_t size)
{
    const uint64_t pattern = UINT64_C(0xfefefefefefefefe);
    return (size == 4 || size == 8) && bits == pattern >> (64 - 8 * size);
}

void value_text(int64_t raw, uint32_t size, char type, char *text, size_t room)
{
    uint64_t bits = without_sign(raw, size);
    if (never_set(bits, size)) {
        snprintf(text, room, "(never set)");
        return;
    }
    switch (type) {
    case 'f':
        float_text(raw, size, text, room);
        break;
    case 'b':
        snprintf(text, room, "%s", bits ? "true" : "false");
        break;
    case 'c':
        if (bits >= ' ' && bits < 0x7f)
            snprintf(text, room, "'%c'", (int)bits);
        else
            snprintf(text, room, "%" PRId64, raw);
        break;
    case 'p':
        /* An address means nothing to a reader and changes from run to run. */
        snprintf(text, room, "%s", bits ? "a pointer" : "NULL");
        break;
    case 'u':
        snprintf(text, room, "%" PRIu64, bits);
        break;
    default:
        guess_text(raw, size, type, text, room);
    }
}

void units_text(uint64_t nanoseconds, char *text, size_t room)
{
    uint64_t tenths = (nanoseconds + VIRTUAL_UNIT / 20) / (VIRTUAL_UNIT / 10);
    if (tenths % 10 == 0)
        snprintf(text, room, "%" PRIu64, tenths / 10);
    else
        snprintf(text, room, "%" PRIu64 ".%" PRIu64, tenths / 10, tenths % 10);
}

/* ---- Text ---------------------------------------------------------------- */

int columns_of(const char *text)
{
    int columns = 0;
    for (; *text; text++)
        columns += ((unsigned char)*text & 0xc0) != 0x80;
    return columns;
}

/* Characters that an ASCII picture cannot show become '?'. */
static void to_ascii(char *text)
{
    char *to = text;
    for (const char *from = text; *from; from++) {
        if (((unsigned char)*from & 0xc0) == 0x80)
            continue;
        *to++ = *from;
        if ((unsigned char)*from > 0x7e)
            to[-1] = '?';
    }
    *to = '\0';
}

/* The statement alone: "} else if (x) {" is "else if (x)", "a = b;" is "a = b",
 * "#pragma omp for reduction(+: sum)" is "for reduction(+: sum)". */
static void copy_statement(char *what, const char *text)
{
    int pragma = 0;
    sscanf(text, "# pragma omp %n", &pragma);
    text += pragma;
    if (text[0] == '}' && text[1] != '\0')
        text += 1 + strspn(text + 1, " ");
    snprintf(what, TEXT_ROOM, "%s", text);
    size_t length = strlen(what);
    while (length > 0 && strchr("{; ", what[length - 1]) && strcmp(what, "{") != 0)
        what[--length] = '\0';
}

/* ---- Events -------------------------------------------------------------- */

static void say_access(const struct event *event, const struct trace_style *style,
                       struct words *words)
{
    char which[80], before[40], after[40];
    char type =
        event->type ? event->type : place_type(event->object, event->size, NULL, 0, event->pc, 0);
    which_text(event, words->what, which, sizeof which);
    value_text(event->before, event->size, type, before, sizeof before);
    value_text(event->after, event->size, type, after, sizeof after);
    const char *verb = event->kind == EVENT_READ    ? "reads"
                       : event->kind == EVENT_WRITE ? "writes"
                                                    : "";
    if (!event->valued) {
        if (which[0])
            which[strlen(which) - 1] = '\0';
        snprintf(words->effect, TEXT_ROOM, "%s%s", verb[0] ? verb : "updates", which);
    } else if (event->kind == EVENT_READ) {
        snprintf(words->effect, TEXT_ROOM, "reads%s %s", which, before);
    } else {
        snprintf(words->effect, TEXT_ROOM, "%s%s %s %s %s", verb, which, before, arrow(style),
                 after);
        if (words->effect[0] == ' ')
            memmove(words->effect, words->effect + 1, strlen(words->effect));
    }
}

/* "critical (seats)", "ordered", or "" for a lock of the program's own. */
static void construct_text(const struct event *event, char *text, size_t room)
{
    static const char prefix[] = ".gomp_critical_user_";
    const char *symbol = place_symbol_at(event->object);
    const char *source = place_of(event->pc).text;
    int pragma = 0;
    sscanf(source, "# pragma omp %n", &pragma);
    text[0] = '\0';
    if (event->name && strncmp(event->name, "critical (", 10) == 0)
        snprintf(text, room, "%s", event->name);
    else if (strncmp(symbol, prefix, sizeof prefix - 1) == 0)
        snprintf(text, room, "critical (%s)", symbol + sizeof prefix - 1);
    else if (pragma > 0)
        snprintf(text, room, "%.*s", (int)strcspn(source + pragma, " ("), source + pragma);
}

static void say_lock(const struct event *event, struct words *words)
{
    char construct[80];
    bool enters = event->kind == EVENT_ACQUIRE;
    construct_text(event, construct, sizeof construct);
    if (event->label) {
        snprintf(words->what, TEXT_ROOM, "%s", event->label);
    } else if (construct[0]) {
        snprintf(words->what, TEXT_ROOM, "%s %s", enters ? "enters" : "leaves", construct);
    } else if (words->what[0] == '\0') {
        snprintf(words->what, TEXT_ROOM, "%s %s", enters ? "takes" : "gives back",
                 event->name && event->name[0] ? event->name : "a lock");
    } else if (event->name && strchr(event->name, '[') && !strstr(words->what, event->name)) {
        snprintf(words->effect, TEXT_ROOM, "%s", event->name);
    }
}

/* The statement or construct it stands at; a lock or barrier is named there. */
static void say_stuck(const struct event *event, struct words *words)
{
    char construct[80];
    const char *label = event->label ? event->label : "";
    construct_text(event, construct, sizeof construct);
    if (construct[0])
        snprintf(words->what, TEXT_ROOM, "%s", construct);
    if (strstr(label, "here") || strstr(label, "ever")) { /* it does not wait: it has ended */
        snprintf(words->effect, TEXT_ROOM, "%s", label);
        return;
    }
    bool named = words->what[0] && (construct[0] || strstr(label, "lock"));
    snprintf(words->effect, TEXT_ROOM, "waits for ever%s%s", label[0] && !named ? " for " : "",
             named ? "" : label);
}

static void say_chunk(const struct event *event, const struct trace_style *style,
                      struct words *words)
{
    /* A loop may count down; `after` is one past the last in its direction. */
    int64_t last = event->after > event->before ? event->after - 1 : event->after + 1;
    if (last == event->before)
        snprintf(words->what, TEXT_ROOM, "takes iteration %" PRId64, event->before);
    else
        snprintf(words->what, TEXT_ROOM, "takes iterations %" PRId64 " %s %" PRId64, event->before,
                 style->ascii ? "..." : "…", last);
}

static void say_time(const struct event *event, const char *verb, struct words *words)
{
    char units[40];
    units_text(event->end - event->start, units, sizeof units);
    snprintf(words->what, TEXT_ROOM, "%s %s unit%s", verb, units,
             strcmp(units, "1") == 0 ? "" : "s");
}

static void say_other(const struct event *event, struct words *words)
{
    static const char *const fixed[] = {
        [EVENT_SINGLE] = "runs the single", [EVENT_BARRIER] = "waits at the barrier",
        [EVENT_JOIN] = "the team is done",  [EVENT_BEGIN] = "begins",
        [EVENT_END] = "has finished",       [EVENT_WAIT] = "waits",
    };
    char *what = words->what;
    switch (event->kind) {
    case EVENT_SECTION:
        snprintf(what, TEXT_ROOM, "takes section %" PRId64, event->before);
        break;
    case EVENT_FORK:
        snprintf(what, TEXT_ROOM, "starts a team of %" PRId64, event->before);
        break;
    case EVENT_CHOICE:
        snprintf(what, TEXT_ROOM, "chooses %" PRId64 " of 0 to %" PRId64, event->before,
                 event->after - 1);
        break;
    case EVENT_LABEL:
        if (event->label) /* else the statement says it */
            snprintf(what, TEXT_ROOM, "%s", event->label);
        break;
    default:
        snprintf(what, TEXT_ROOM, "%s", event->label ? event->label : fixed[event->kind]);
    }
}

void event_words(const struct event *event, const struct trace_style *style, struct words *words)
{
    words->effect[0] = '\0';
    copy_statement(words->what, place_of(event->pc).text);
    switch (event->kind) {
    case EVENT_READ:
    case EVENT_WRITE:
    case EVENT_UPDATE:
        say_access(event, style, words);
        break;
    case EVENT_ACQUIRE:
    case EVENT_RELEASE:
        say_lock(event, words);
        break;
    case EVENT_TRY_FAILED:
        snprintf(words->effect, TEXT_ROOM, "finds it taken");
        break;
    case EVENT_STUCK:
        say_stuck(event, words);
        break;
    case EVENT_CHUNK:
        say_chunk(event, style, words);
        break;
    case EVENT_WORK:
        say_time(event, "works", words);
        break;
    case EVENT_PAUSE:
        say_time(event, "pauses", words);
        break;
    default:
        say_other(event, words);
    }
    if (style->ascii) {
        to_ascii(words->what);
        to_ascii(words->effect);
    }
}

void event_text(const struct event *event, const struct trace_style *style, char *text, int room)
{
    struct words words;
    event_words(event, style, &words);
    const char *gap = words.what[0] && words.effect[0] ? "  " : "";
    if (room > 0)
        snprintf(text, (size_t)room, "%s%s%s", words.what, gap, words.effect);
}
