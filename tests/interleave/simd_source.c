#include "interleave/simd_source.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/simd_clauses.h"

/* Text to insert before an offset of the original. */
struct edit {
    size_t offset;
    char *text;
};

struct marking {
    const char *text;
    struct edit *edits;
    int count, room;
    int loops;        /* marked so far: the next one's number */
    int line;         /* of the line that is read */
    const char *file; /* its quoted name, in a line marker of text */
    int file_length;
    bool failed; /* out of memory */
};

bool simd_mentioned(const char *text)
{
    if (strstr(text, "simd") || strstr(text, "concurrent"))
        return true;
    for (const char *at = strstr(text, "omp"); at; at = strstr(at + 1, "omp")) {
        const char *loop = strstr(at, "loop");
        if (loop && loop < at + strcspn(at, "\n"))
            return true;
    }
    return false;
}

static void make_room(struct marking *m)
{
    m->room = m->room ? 2 * m->room : 64;
    struct edit *more = realloc(m->edits, (size_t)m->room * sizeof *more);
    if (more)
        m->edits = more;
    else
        m->failed = true;
}

static void insert(struct marking *m, const char *at, char *text)
{
    if (m->count == m->room)
        make_room(m);
    m->failed |= !text;
    if (m->failed)
        free(text);
    else
        m->edits[m->count++] = (struct edit){(size_t)(at - m->text), text};
}

/* ---- finding the place ------------------------------------------------------------ */

static bool is_pragma(const char *line) { return strncmp(line, "#pragma", 7) == 0; }

/* Behind white space and line markers, which begin a line; a pragma stays. */
static const char *skip_space(const char *at)
{
    for (;;) {
        at += strspn(at, " \t\r\n\f\v");
        if (*at != '#' || is_pragma(at))
            return at;
        at += strcspn(at, "\n");
    }
}

static const char *skip_literal(const char *at)
{
    char quote = *at++;
    while (*at && *at != quote)
        at += *at == '\\' && at[1] ? 2 : 1;
    return *at ? at + 1 : at;
}

/* Behind the bracket that closes the one at `at`, or NULL. */
static const char *skip_brackets(const char *at)
{
    int depth = 0;
    while (*at) {
        if (*at == '"' || *at == '\'') {
            at = skip_literal(at);
            continue;
        }
        depth += (*at == '(') - (*at == ')');
        at++;
        if (depth == 0)
            return at;
    }
    return NULL;
}

/* Behind `for (…)` of the innermost of so many loops that belong together, or
 * NULL when the text is not such loops. */
static const char *loop_head(const char *at, int collapse)
{
    for (int i = 0; i < collapse && at; i++) {
        at = skip_space(at);
        while (i > 0 && *at == '{')
            at = skip_space(at + 1);
        if (strncmp(at, "for", 3) != 0 || isalnum((unsigned char)at[3]) || at[3] == '_')
            return NULL;
        at = skip_space(at + 3);
        at = *at == '(' ? skip_brackets(at) : NULL;
    }
    return at;
}

/* ---- what is inserted -------------------------------------------------------------- */

static char *text_of(const char *format, ...) __attribute__((format(printf, 1, 2)));

static char *text_of(const char *format, ...)
{
    char *text = NULL;
    va_list arguments;
    va_start(arguments, format);
    if (vasprintf(&text, format, arguments) < 0)
        text = NULL;
    va_end(arguments);
    return text;
}

/* A variable whose end of life is the iteration's: where the body has braces it
 * is declared in them; else the body becomes that of a loop that runs once. */
static void mark_body(struct marking *m, const char *head, const struct pragma *pragma, int loop)
{
    const char *body = skip_space(head);
    const char *begins = pragma->any_order ? "iteration" : "lane";
    char *declared = text_of("int __interleave_in_%d __attribute__((__cleanup__("
                             "__interleave_%s_end))) = (%s__interleave_%s(__func__, %d));",
                             loop, begins, pragma->own, begins, loop);
    if (*body == '{') {
        insert(m, body + 1, declared);
        return;
    }
    insert(m, head,
           text_of(" for (%s __interleave_in_%d; __interleave_in_%d = 0)", declared ? declared : "",
                   loop, loop));
    free(declared);
}

static void mark_loop(struct marking *m, const char *line, const struct pragma *pragma)
{
    const char *head = loop_head(line + strcspn(line, "\n"), pragma->collapse);
    if (!head || pragma->unknown)
        return;
    int loop = m->loops++;
    const char *condition = pragma->condition[0] ? pragma->condition : "1";
    const char *safelen = pragma->safelen[0] ? pragma->safelen : "0";
    char *call = pragma->any_order ? text_of("__interleave_any_order(__func__, %d)", loop)
                                   : text_of("__interleave_simd(__func__, %d, %s, (%s) != 0)", loop,
                                             safelen, condition);
    insert(m, line,
           text_of("if (%s) {} else\n# %d %.*s\n", call ? call : "0", m->line, m->file_length,
                   m->file));
    free(call);
    mark_body(m, head, pragma, loop);
}

/* The body of `ordered simd`: one lane after the other. */
static void mark_ordered(struct marking *m, const char *line)
{
    int number = m->count;
    insert(m, skip_space(line + strcspn(line, "\n")),
           text_of("for (int __interleave_turn_%d __attribute__((__cleanup__("
                   "__interleave_ordered_end))) = __interleave_ordered(); "
                   "__interleave_turn_%d; __interleave_turn_%d = 0) ",
                   number, number, number));
}

static const char declarations[] =
    "extern int __interleave_simd(const char *, int, long, int); "
    "extern int __interleave_lane(const char *, int); "
    "extern int __interleave_any_order(const char *, int); "
    "extern int __interleave_iteration(const char *, int); "
    "extern void __interleave_iteration_end(int *); "
    "extern void __interleave_lane_end(int *); extern int __interleave_ordered(void); "
    "extern void __interleave_ordered_end(int *); "
    "extern int __interleave_own(const volatile void *, unsigned long); ";

/* ---- all of it ---------------------------------------------------------------------- */

static void read_marker(struct marking *m, const char *line)
{
    char *end;
    long number = strtol(line + 1, &end, 10);
    end += strspn(end, " ");
    if (end == line + 1 || *end != '"')
        return;
    m->line = (int)number - 1; /* of the next line, less the step to it */
    m->file = end;
    m->file_length = (int)(skip_literal(end) - end);
}

static void read_line(struct marking *m, const char *line)
{
    if (line[0] != '#')
        return;
    if (!is_pragma(line)) {
        read_marker(m, line);
        return;
    }
    struct pragma pragma = pragma_read(line);
    if (pragma.kind == PRAGMA_SIMD || pragma.kind == PRAGMA_ANY_ORDER)
        mark_loop(m, line, &pragma);
    else if (pragma.kind == PRAGMA_ORDERED_SIMD)
        mark_ordered(m, line);
}

static int by_offset(const void *a, const void *b)
{
    const struct edit *left = a, *right = b;
    return (left->offset > right->offset) - (left->offset < right->offset);
}

/* Declared at the head of the first line that is neither line marker nor pragma:
 * a function begins with one. */
static const char *first_text(const char *text)
{
    while (*text == '#') {
        text += strcspn(text, "\n");
        text += *text == '\n';
    }
    return text;
}

static char *apply(struct marking *m)
{
    char *out = NULL;
    size_t size, at = 0;
    FILE *file = open_memstream(&out, &size);
    if (!file)
        return NULL;
    qsort(m->edits, (size_t)m->count, sizeof *m->edits, by_offset);
    for (int i = 0; i < m->count; i++) {
        fwrite(m->text + at, 1, m->edits[i].offset - at, file);
        fputs(m->edits[i].text, file);
        at = m->edits[i].offset;
    }
    fputs(m->text + at, file);
    if (fclose(file) != 0) {
        free(out);
        return NULL;
    }
    return out;
}

char *simd_mark(const char *preprocessed)
{
    struct marking m = {.text = preprocessed, .file = "\"\"", .file_length = 2};
    for (const char *line = preprocessed; *line;) {
        read_line(&m, line);
        m.line++;
        line += strcspn(line, "\n");
        line += *line == '\n';
    }
    if (m.loops > 0)
        insert(&m, first_text(preprocessed), strdup(declarations));
    char *marked = m.loops > 0 && !m.failed ? apply(&m) : NULL;
    for (int i = 0; i < m.count; i++)
        free(m.edits[i].text);
    free(m.edits);
    return marked;
}
