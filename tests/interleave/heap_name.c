/* heap_name.c - what memory of the heap is called where no pointer at hand names it.
 *
 * The statement that allocated it tells: of
 *
 *     graph->cost = (int *)malloc(n * sizeof(int));
 *
 * it is "memory of graph->cost". Where that cannot be told, or the function is
 * one that allocates for others, it is "memory that read_graph allocated".
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "interleave/heap.h"
#include "interleave/places.h"

static bool is_word(char c) { return isalnum((unsigned char)c) || c == '_'; }

/* The only call of an allocating function in the statement, or NULL. */
static const char *only_call(const char *text)
{
    const char *found = NULL;
    for (const char *at = text; (at = strstr(at, "alloc")) != NULL; at++) {
        if (found)
            return NULL;
        found = at;
    }
    while (found && found > text && is_word(found[-1]))
        found--;
    return found;
}

static const char *before_blanks(const char *text, const char *end)
{
    while (end > text && end[-1] == ' ')
        end--;
    return end;
}

/* The place before "(type *)", if that stands before end. */
static const char *before_cast(const char *text, const char *end)
{
    end = before_blanks(text, end);
    if (end == text || end[-1] != ')')
        return end;
    while (end > text && end[-1] != '(')
        end--;
    return before_blanks(text, end > text ? end - 1 : end);
}

/* Where "t->seats", "p[i]", "x" begins that ends at end. */
static const char *chain_start(const char *text, const char *end)
{
    int depth = 0;
    for (const char *at = end; at > text; at--) {
        char c = at[-1];
        depth += (c == ']') - (c == '[');
        bool arrow = c == '>' && at - text > 1 && at[-2] == '-';
        bool inside = depth > 0 || c == '[' || is_word(c) || c == '.' || arrow || c == '-';
        if (!inside || depth < 0)
            return at;
    }
    return text;
}

/* What the statement assigns the memory to; its length, or 0. */
static int assigned_to(const char *text, const char **start)
{
    const char *call = only_call(text), *end = call ? before_cast(text, call) : text;
    if (end - text < 2 || end[-1] != '=' || strchr("=!<>+-", end[-2]))
        return 0;
    end = before_blanks(text, end - 1);
    *start = chain_start(text, end);
    bool is_name = *start < end && (isalpha((unsigned char)**start) || **start == '_');
    return is_name ? (int)(end - *start) : 0;
}

bool heap_name(uintptr_t address, char *name, size_t room)
{
    const void *pc = heap_allocated_at(address);
    struct place place = place_of(pc);
    const char *start;
    if (!pc || !*place.function)
        return false;
    int length = strstr(place.function, "alloc") ? 0 : assigned_to(place.text, &start);
    if (length > 0)
        snprintf(name, room, "memory of %.*s", length, start);
    else
        snprintf(name, room, "memory that %s allocated", place.function);
    return true;
}
