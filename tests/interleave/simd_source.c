#include "interleave/simd_source.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/simd_assigned.h"
#include "interleave/simd_clauses.h"
#include "interleave/source_edit.h"

struct marking {
    struct source_edit edit;
    int loops; /* so many were found */
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

/* ---- finding the place ------------------------------------------------------------ */

/* Behind white space and line markers, which begin a line; a pragma stays. */
static const char *skip_space(const char *at)
{
    for (;;) {
        at += strspn(at, " \t\r\n\f\v");
        if (*at != '#' || source_is_pragma(at))
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

/* A variable whose end of life is the iteration's: where the body has braces it
 * is declared in them; else the body becomes that of a loop that runs once. */
static void mark_body(struct marking *m, const char *head, const struct pragma *pragma, int loop,
                      const char *common)
{
    const char *body = skip_space(head);
    const char *begins = pragma->any_order ? "iteration" : "lane";
    char *declared = source_text("int __interleave_in_%d __attribute__((__cleanup__("
                                 "__interleave_%s_end))) = (%s%s__interleave_%s(__func__, %d));",
                                 loop, begins, pragma->own, common, begins, loop);
    if (*body == '{') {
        source_insert(&m->edit, body + 1, declared);
        return;
    }
    source_insert(&m->edit, head,
                  source_text(" for (%s __interleave_in_%d; __interleave_in_%d = 0)",
                              declared ? declared : "", loop, loop));
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
    char *call = pragma->any_order ? source_text("__interleave_any_order(__func__, %d)", loop)
                                   : source_text("__interleave_simd(__func__, %d, %s, (%s) != 0)",
                                                 loop, safelen, condition);
    source_insert(&m->edit, line,
                  source_text("if (%s) {} else\n# %d %.*s\n", call ? call : "0", m->edit.line,
                              m->edit.file_length, m->edit.file));
    free(call);
    char *common = simd_assigned(m->edit.text, line, head);
    mark_body(m, head, pragma, loop, common ? common : "");
    free(common);
}

/* The body of `ordered simd`: one lane after the other. */
static void mark_ordered(struct marking *m, const char *line)
{
    int number = m->edit.count;
    source_insert(&m->edit, skip_space(line + strcspn(line, "\n")),
                  source_text("for (int __interleave_turn_%d __attribute__((__cleanup__("
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
    "extern int __interleave_own(const volatile void *, unsigned long); "
    "extern int __interleave_common(const volatile void *, unsigned long); ";

/* ---- all of it ---------------------------------------------------------------------- */

static void read_line(struct marking *m, const char *line)
{
    if (!source_is_pragma(line))
        return;
    struct pragma pragma = pragma_read(line);
    if (pragma.kind == PRAGMA_SIMD || pragma.kind == PRAGMA_ANY_ORDER)
        mark_loop(m, line, &pragma);
    else if (pragma.kind == PRAGMA_ORDERED_SIMD)
        mark_ordered(m, line);
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

char *simd_mark(const char *preprocessed)
{
    struct marking m = {.edit = source_edit(preprocessed)};
    for (const char *line = preprocessed; *line; line = source_next(&m.edit, line))
        read_line(&m, line);
    if (m.loops > 0)
        source_insert(&m.edit, first_text(preprocessed), strdup(declarations));
    char *marked = m.loops > 0 ? source_apply(&m.edit) : NULL;
    source_free(&m.edit);
    return marked;
}
