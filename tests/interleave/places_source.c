/* places_source.c - source lines as text.
 *
 * A file is read once, when its name is first met, for later it may be out of
 * reach. Each line is cleaned at once: what a lane shows is the statement, so
 * indentation and a comment at the end go.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/places_own.h"

enum { LONGEST_STATEMENT = 6 }; /* lines */

struct source {
    char *name; /* as the compiler was told */
    char *text; /* all of it, line ends replaced by NUL; NULL when it could not be read */
    const char **lines;
    int line_count;
    struct source *next;
};

static struct source *sources;

struct kept {
    struct kept *next;
    char text[];
};

static struct kept *kept;

const char *source_keep(const char *text)
{
    for (struct kept *one = kept; one; one = one->next)
        if (strcmp(one->text, text) == 0)
            return one->text;
    struct kept *one = malloc(sizeof *one + strlen(text) + 1);
    if (!one)
        return "";
    strcpy(one->text, text);
    one->next = kept;
    kept = one;
    return one->text;
}

/* Where the code of line ends: before a // comment, or a comment that runs to
 * the line's end or past it. Quotes hide comment signs. */
static char *code_end(char *line)
{
    char quote = 0;
    for (char *at = line; *at; at++) {
        if (quote) {
            if (*at == '\\' && at[1])
                at++;
            else if (*at == quote)
                quote = 0;
        } else if (*at == '"' || *at == '\'') {
            quote = *at;
        } else if (at[0] == '/' && at[1] == '/') {
            return at;
        } else if (at[0] == '/' && at[1] == '*') {
            char *close = strstr(at + 2, "*/");
            if (!close || close[2 + strspn(close + 2, " \t\r")] == '\0')
                return at;
            at = close + 1;
        }
    }
    return line + strlen(line);
}

static const char *clean(char *line)
{
    while (*line == ' ' || *line == '\t')
        line++;
    char *end = line + strlen(line), *before;
    do { /* a comment may stand before a comment */
        before = end;
        end = code_end(line);
        while (end > line && isspace((unsigned char)end[-1]))
            end--;
        *end = '\0';
    } while (end < before);
    for (char *at = line; *at; at++)
        if ((unsigned char)*at < ' ')
            *at = ' ';
    return line;
}

static void split(struct source *source)
{
    int count = 1;
    for (const char *at = source->text; *at; at++)
        count += *at == '\n';
    source->lines = calloc((size_t)count, sizeof *source->lines);
    char *rest = source->text;
    while (source->lines && rest && source->line_count < count) {
        char *line = strsep(&rest, "\n");
        source->lines[source->line_count++] = clean(line);
    }
}

/* The file's text, or NULL. */
static char *read_file(const char *path)
{
    FILE *file = fopen(path, "re");
    if (!file)
        return NULL;
    char *text = NULL;
    size_t room = 0;
    if (getdelim(&text, &room, '\0', file) < 0) {
        free(text);
        text = NULL;
    }
    fclose(file);
    return text;
}

static struct source *source_named(const char *name)
{
    for (struct source *source = sources; source; source = source->next)
        if (source->name == name || strcmp(source->name, name) == 0)
            return source;
    return NULL;
}

void source_remember(const char *name, const char *path)
{
    /* Lines of one file come one after another: look at the latest first. */
    if (source_named(name))
        return;
    struct source *source = calloc(1, sizeof *source);
    if (!source)
        return;
    source->name = strdup(name);
    source->text = read_file(path);
    if (!source->text)
        source->text = read_file(name);
    if (source->text)
        split(source);
    source->next = sources;
    sources = source;
}

/* Cleaned; "" when unknown. */
static const char *source_line(const char *name, int number)
{
    const struct source *source = source_named(name);
    if (!source || number < 1 || number > source->line_count)
        return "";
    return source->lines[number - 1];
}

/* Does line begin an atomic construct, whose accesses gcc gives the pragma's line? */
static bool begins_atomic(const char *line)
{
    int end = 0;
    sscanf(line, "# pragma omp atomic%n", &end);
    return end > 0 && (line[end] == '\0' || line[end] == ' ');
}

/* How many braces of text are open at its end. */
static int open_braces(const char *text)
{
    int depth = 0;
    for (; *text; text++)
        depth += (*text == '{') - (*text == '}');
    return depth;
}

static bool goes_on(const char *line) { return line[0] != '\0' && line[strlen(line) - 1] == '\\'; }

/* A pragma of several lines, joined; what a construct does at its own line is
 * to combine its reductions: then that clause alone, "reduction(+ : sum)". */
static const char *whole_pragma(const char *name, int number)
{
    char text[512] = "";
    while (number > 1 && goes_on(source_line(name, number - 1)))
        number--;
    for (bool more = true; more; number++) {
        const char *line = source_line(name, number);
        size_t used = strlen(text), length = strlen(line);
        more = goes_on(line);
        snprintf(text + used, sizeof text - used, "%.*s", (int)(length - more), line);
    }
    char *clause = strstr(text, "reduction(");
    char *end = clause ? strchr(clause, ')') : NULL;
    if (strncmp(text, "#pragma", 7) != 0 || !end)
        return source_keep(text);
    end[1] = '\0';
    return source_keep(clause);
}

const char *source_statement(const char *name, int *number)
{
    const char *line = source_line(name, *number);
    char text[256] = "";
    bool continued = *number > 1 && goes_on(source_line(name, *number - 1));
    bool pragma = strncmp(line, "#pragma", 7) == 0 && strstr(line, "reduction(");
    if (pragma || continued || (line[0] == '#' && goes_on(line) && !begins_atomic(line)))
        return whole_pragma(name, *number);
    if (!begins_atomic(line))
        return line;
    while (line[0] != '\0' && line[strlen(line) - 1] == '\\')
        line = source_line(name, ++*number);
    for (int blank = 0; blank < LONGEST_STATEMENT; blank++)
        if (source_line(name, ++*number)[0] != '\0')
            break;
    for (int last = *number; last < *number + LONGEST_STATEMENT; last++) {
        size_t length = strlen(text);
        line = source_line(name, last);
        snprintf(text + length, sizeof text - length, "%s%s", length > 0 && line[0] ? " " : "",
                 line);
        if (open_braces(text) <= 0 && strchr(";}", text[0] ? text[strlen(text) - 1] : ';'))
            break;
    }
    return source_keep(text);
}

void source_forget(void)
{
    while (sources) {
        struct source *next = sources->next;
        free(sources->name);
        free(sources->text);
        free(sources->lines);
        free(sources);
        sources = next;
    }
    while (kept) {
        struct kept *next = kept->next;
        free(kept);
        kept = next;
    }
}

bool holds_word(const char *text, const char *word)
{
    size_t length = strlen(word);
    for (const char *at = text; length > 0 && (at = strstr(at, word)) != NULL; at++) {
        bool starts = at == text || !(isalnum((unsigned char)at[-1]) || at[-1] == '_');
        bool ends = !(isalnum((unsigned char)at[length]) || at[length] == '_');
        if (starts && ends)
            return true;
    }
    return false;
}
