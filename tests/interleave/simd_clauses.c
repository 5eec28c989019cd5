#include "interleave/simd_clauses.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A stretch of the line. */
struct span {
    const char *start, *end;
};

static bool is_word(char c) { return isalnum((unsigned char)c) || c == '_'; }

static struct span trim(struct span span)
{
    while (span.start < span.end && isspace((unsigned char)*span.start))
        span.start++;
    while (span.end > span.start && isspace((unsigned char)span.end[-1]))
        span.end--;
    return span;
}

static bool says(struct span span, const char *text)
{
    size_t length = strlen(text);
    return (size_t)(span.end - span.start) == length && memcmp(span.start, text, length) == 0;
}

static bool is_number(struct span span)
{
    for (const char *at = span.start; at < span.end; at++)
        if (!isdigit((unsigned char)*at))
            return false;
    return span.start < span.end;
}

/* The first `wanted` outside of brackets, or the end. */
static const char *find(struct span span, char wanted)
{
    int depth = 0;
    for (const char *at = span.start; at < span.end; at++) {
        if (depth == 0 && *at == wanted)
            return at;
        depth += (*at == '(' || *at == '[') - (*at == ')' || *at == ']');
    }
    return span.end;
}

/* The word at *at, and the brackets after it, if it has any. */
static struct span next_clause(const char **at, const char *end, struct span *argument)
{
    const char *p = *at;
    while (p < end && !is_word(*p))
        p++;
    struct span word = {p, p};
    while (word.end < end && is_word(*word.end))
        word.end++;
    p = word.end;
    while (p < end && isspace((unsigned char)*p))
        p++;
    *argument = (struct span){NULL, NULL};
    if (p < end && *p == '(') {
        argument->start = p + 1;
        argument->end = find((struct span){p + 1, end}, ')');
        p = argument->end < end ? argument->end + 1 : end;
    } else {
        p = word.end;
    }
    *at = p;
    return word;
}

static bool is_directive(struct span word)
{
    static const char *const words[] = {"target",   "teams",  "distribute", "parallel", "for",
                                        "taskloop", "master", "masked",     "simd",     "loop"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (says(word, words[i]))
            return true;
    return false;
}

static void copy(char *to, size_t room, struct span from, bool *unknown)
{
    size_t length = (size_t)(from.end - from.start);
    *unknown |= length >= room;
    snprintf(to, room, "%.*s", (int)length, from.start);
}

/* The condition is evaluated once more than the program says. */
static bool has_effects(struct span text)
{
    for (const char *at = text.start; at < text.end; at++) {
        bool compares = at > text.start && strchr("=!<>", at[-1]);
        bool assigns = *at == '=' && !compares && at + 1 < text.end && at[1] != '=';
        bool calls = *at == '(' && at > text.start && is_word(at[-1]);
        bool steps = (*at == '+' || *at == '-') && at + 1 < text.end && at[1] == *at;
        if (assigns || calls || steps)
            return true;
    }
    return false;
}

/* "parallel: expression", "simd: expression", or an expression alone. */
static void read_condition(struct pragma *pragma, struct span argument)
{
    const char *colon = find(argument, ':');
    struct span name = trim((struct span){argument.start, colon});
    struct span last = {name.end, name.end};
    while (last.start > name.start && is_word(last.start[-1]))
        last.start--;
    if (colon < argument.end && is_directive(last)) {
        if (!says(last, "simd"))
            return;
        argument.start = colon + 1;
    }
    copy(pragma->condition, sizeof pragma->condition, trim(argument), &pragma->unknown);
    pragma->unknown |= has_effects(argument);
}

/* a[2 : 4]: where it begins and its length, which must be plain numbers: what
 * else they name may not be in sight within the loop. */
static void own_section(struct pragma *pragma, struct span item, char *call, size_t room)
{
    const char *open = find(item, '[');
    struct span base = trim((struct span){item.start, open});
    struct span inside = {open + 1, find((struct span){open + 1, item.end}, ']')};
    const char *colon = find(inside, ':');
    struct span low = trim((struct span){inside.start, colon});
    struct span length = trim((struct span){colon < inside.end ? colon + 1 : colon, inside.end});
    bool plain = (low.start == low.end || is_number(low)) && is_number(length) &&
                 trim((struct span){inside.end + 1, item.end}).start >= item.end;
    pragma->unknown |= !plain;
    if (plain)
        snprintf(call, room, "__interleave_own(&%.*s[%.*s], sizeof %.*s[0] * %.*s), ",
                 (int)(base.end - base.start), base.start,
                 low.start == low.end ? 1 : (int)(low.end - low.start),
                 low.start == low.end ? "0" : low.start, (int)(base.end - base.start), base.start,
                 (int)(length.end - length.start), length.start);
}

static void own_item(struct pragma *pragma, struct span item)
{
    char call[256] = "";
    item = trim(item);
    int length = (int)(item.end - item.start);
    if (length > 60)
        pragma->unknown = true;
    else if (find(item, '[') < item.end)
        own_section(pragma, item, call, sizeof call);
    else if (length > 0)
        snprintf(call, sizeof call, "__interleave_own(&(%.*s), sizeof(%.*s)), ", length, item.start,
                 length, item.start);
    size_t used = strlen(pragma->own);
    pragma->unknown |= used + strlen(call) >= sizeof pragma->own;
    if (!pragma->unknown)
        strcpy(pragma->own + used, call);
}

static void own_list(struct pragma *pragma, struct span list)
{
    while (list.start < list.end) {
        const char *comma = find(list, ',');
        own_item(pragma, (struct span){list.start, comma});
        list.start = comma < list.end ? comma + 1 : comma;
    }
}

/* "+ : a, b" or "default, + : a"; inscan has a form of its own. */
static void read_reduction(struct pragma *pragma, struct span argument)
{
    const char *colon = find(argument, ':');
    struct span modifier = trim((struct span){argument.start, find(argument, ',')});
    pragma->unknown |= colon == argument.end || (modifier.end < colon && says(modifier, "inscan"));
    if (!pragma->unknown)
        own_list(pragma, (struct span){colon + 1, argument.end});
}

/* "a, b : step", "val(a) : step". */
static void read_linear(struct pragma *pragma, struct span argument)
{
    struct span list = trim((struct span){argument.start, find(argument, ':')});
    const char *open = find(list, '(');
    if (open < list.end) {
        list.start = open + 1;
        list.end = find(list, ')');
    }
    own_list(pragma, list);
}

static void read_clause(struct pragma *pragma, struct span word, struct span argument)
{
    if (says(word, "safelen")) {
        copy(pragma->safelen, sizeof pragma->safelen, trim(argument), &pragma->unknown);
    } else if (says(word, "collapse")) {
        argument = trim(argument);
        pragma->unknown |= !is_number(argument);
        pragma->collapse = pragma->unknown ? 1 : atoi(argument.start);
    } else if (says(word, "if")) {
        read_condition(pragma, argument);
    } else if (says(word, "reduction") || says(word, "in_reduction")) {
        read_reduction(pragma, argument);
    } else if (says(word, "linear")) {
        read_linear(pragma, argument);
    } else if (says(word, "order")) {
        pragma->any_order = true; /* concurrent is all that there is */
    }
}

struct pragma pragma_read(const char *line)
{
    struct pragma pragma = {.kind = PRAGMA_OTHER, .collapse = 1};
    const char *end = line + strcspn(line, "\n"), *at = line + 1;
    struct span argument, word = next_clause(&at, end, &argument);
    if (!says(word, "pragma") || (word = next_clause(&at, end, &argument), !says(word, "omp")))
        return pragma;
    word = next_clause(&at, end, &argument);
    bool ordered = says(word, "ordered"), simd = false;
    while (is_directive(word) && !argument.start) {
        simd |= says(word, "simd");
        pragma.any_order |= says(word, "loop");
        word = next_clause(&at, end, &argument);
    }
    for (; word.start < word.end; word = next_clause(&at, end, &argument)) {
        if (ordered)
            simd |= says(word, "simd");
        else
            read_clause(&pragma, word, argument);
    }
    if (pragma.any_order)
        pragma.kind = PRAGMA_ANY_ORDER;
    else if (simd)
        pragma.kind = ordered ? PRAGMA_ORDERED_SIMD : PRAGMA_SIMD;
    return pragma;
}
