/* forbidden_directives.c - the directives of the source, as the compiler sees them.
 *
 * C's first translation phases in small: trigraphs, spliced lines, comments and
 * quotes are taken away, so that a # is found however it is spelled. In doubt
 * this reader sees more directives than the compiler, never fewer.
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "check/forbidden.h"

struct reader {
    const char *at;
    int line;
};

/* One character after trigraphs and spliced lines, without going on: *size is
 * its length in the text. */
static char peek(const struct reader *reader, int *size, int *lines)
{
    static const char from[] = "=/'()!<>-", to[] = "#\\^[]|{}~";
    const char *at = reader->at;
    *lines = 0;
    for (;;) {
        char c = *at;
        int length = c ? 1 : 0;
        const char *third = c == '?' && at[1] == '?' && at[2] ? strchr(from, at[2]) : NULL;
        if (third) {
            c = to[third - from];
            length = 3;
        }
        const char *after = at + length;
        while (c == '\\' && (*after == ' ' || *after == '\t' || *after == '\r'))
            after++; /* gcc forgives blanks between \ and the end of the line */
        if (c != '\\' || *after != '\n') {
            *size = (int)(at - reader->at) + length;
            return c;
        }
        at = after + 1;
        ++*lines;
    }
}

static char next(struct reader *reader)
{
    int size, lines;
    char c = peek(reader, &size, &lines);
    reader->at += size;
    reader->line += lines + (c == '\n');
    return c;
}

static char look(const struct reader *reader)
{
    int size, lines;
    return peek(reader, &size, &lines);
}

static bool skip_comment(struct reader *reader)
{
    struct reader ahead = *reader;
    if (next(&ahead) != '/')
        return false;
    char kind = look(&ahead);
    if (kind == '/') {
        while (look(&ahead) && look(&ahead) != '\n')
            next(&ahead);
    } else if (kind == '*') {
        next(&ahead);
        for (char last = 0, c; (c = next(&ahead)) != 0; last = c)
            if (last == '*' && c == '/')
                break;
    } else {
        return false;
    }
    *reader = ahead;
    return true;
}

static void skip_quoted(struct reader *reader, char quote)
{
    for (char c; (c = look(reader)) != 0 && c != '\n';) {
        next(reader);
        if (c == '\\' && look(reader) != '\n')
            next(reader);
        else if (c == quote)
            return;
    }
}

static void skip_blanks(struct reader *reader)
{
    while (look(reader) == ' ' || look(reader) == '\t' || skip_comment(reader))
        if (look(reader) == ' ' || look(reader) == '\t')
            next(reader);
}

static void read_word(struct reader *reader, char *word, size_t room)
{
    size_t size = 0;
    while (isalnum((unsigned char)look(reader)) || look(reader) == '_') {
        char c = next(reader);
        if (size + 1 < room)
            word[size++] = c;
    }
    word[size] = '\0';
}

static bool refuse_at(struct refusal *refusal, int line, const char *what, const char *why)
{
    refusal->verdict = FORBIDDEN;
    refusal->line = line;
    snprintf(refusal->headline, sizeof refusal->headline, "line %d has %s", line, what);
    snprintf(refusal->explanation, sizeof refusal->explanation, "%s", why);
    return false;
}

/* After the # of a directive. */
static bool directive_allowed(struct reader *reader, struct refusal *refusal)
{
    char word[32], what[64];
    int line = reader->line;
    skip_blanks(reader);
    read_word(reader, word, sizeof word);
    if (isdigit((unsigned char)word[0]) || strcmp(word, "line") == 0)
        return refuse_at(
            refusal, line, "a #line",
            "It would give your lines another name, and no report could point at them.");
    if (strcmp(word, "include_next") == 0 || strcmp(word, "import") == 0)
        return refuse_at(
            refusal, line, "an unusual #include",
            "Include the exercise's header, <omp.h> and libc's headers, with #include.");
    if (strcmp(word, "pragma") != 0)
        return true;
    skip_blanks(reader);
    read_word(reader, word, sizeof word);
    if (strcmp(word, "omp") == 0)
        return true;
    snprintf(what, sizeof what, "#pragma %s", word);
    return refuse_at(refusal, line, what,
                     "Only #pragma omp is allowed. A misspelt one is skipped "
                     "by the compiler; others change how it works on what is "
                     "checked.");
}

/* %: is another spelling of #. */
static bool take_hash(struct reader *reader)
{
    struct reader ahead = *reader;
    char c = next(&ahead);
    if (c != '#' && !(c == '%' && next(&ahead) == ':'))
        return false;
    *reader = ahead;
    return true;
}

bool directives_allowed(const char *source_text, struct refusal *refusal)
{
    struct reader reader = {source_text, 1};
    bool line_start = true;
    char word[32];
    for (char c; (c = look(&reader)) != 0;) {
        if (skip_comment(&reader))
            continue;
        if (line_start && take_hash(&reader)) {
            line_start = false;
            if (!directive_allowed(&reader, refusal))
                return false;
        } else if (isalpha((unsigned char)c) || c == '_') {
            int line = reader.line;
            read_word(&reader, word, sizeof word);
            line_start = false;
            if (strcmp(word, "_Pragma") == 0)
                return refuse_at(refusal, line, "_Pragma", "Write #pragma omp instead.");
        } else {
            next(&reader);
            if (c == '"' || c == '\'')
                skip_quoted(&reader, c);
            line_start = c == '\n' || (line_start && isspace((unsigned char)c));
        }
    }
    return true;
}
