#include "interleave/task_source.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/source_edit.h"

/* "[prog.c:12:9] #pragma omp task shared(i) …": of such a line of the dump. */
struct construct {
    const char *file; /* without quotes */
    int file_length, line;
    const char *clauses;
};

bool task_mentioned(const char *text) { return strstr(text, "task") != NULL; }

/* Where the word is in the line, or NULL. */
static const char *in_line(const char *line, const char *word)
{
    return memmem(line, strcspn(line, "\n"), word, strlen(word));
}

static bool makes_tasks(const char *pragma)
{
    static const char omp[] = "#pragma omp ";
    const char *task = strncmp(pragma, omp, strlen(omp)) == 0 ? in_line(pragma, " task") : NULL;
    return task && (strncmp(task, " taskloop", 9) == 0 || strchr(" \n", task[5]));
}

bool task_in_pragma(const char *preprocessed)
{
    for (const char *at = strstr(preprocessed, "#pragma"); at; at = strstr(at + 1, "#pragma"))
        if (makes_tasks(at))
            return true;
    return false;
}

/* ---- the dump ------------------------------------------------------------------------ */

static bool read_construct(const char *line, struct construct *construct)
{
    const char *place = line + strspn(line, " ");
    const char *pragma = *place == '[' ? in_line(place, "] #pragma") : NULL;
    if (!pragma || !makes_tasks(pragma + 2))
        return false;
    const char *column = pragma;
    while (column > place && *column != ':')
        column--;
    const char *number = column > place ? column - 1 : place;
    while (number > place && *number != ':')
        number--;
    *construct = (struct construct){.file = place + 1,
                                    .file_length = (int)(number - place) - 1,
                                    .line = (int)strtol(number + 1, NULL, 10),
                                    .clauses = pragma + 2};
    return number > place;
}

static bool is_at(const struct construct *construct, const struct source_edit *edit)
{
    return construct->line == edit->line && construct->file_length == edit->file_length - 2 &&
           strncmp(construct->file, edit->file + 1, (size_t)construct->file_length) == 0;
}

/* Adds "+sizeof(&i)" for each variable that the construct shares; those with a
 * dot in their names are gcc's own. */
static void add_shared(const struct construct *construct, const char *text, FILE *out)
{
    static const char clause[] = " shared(";
    for (const char *at = in_line(construct->clauses, clause); at; at = in_line(at + 1, clause)) {
        const char *name = at + strlen(clause);
        size_t length = strcspn(name, ").\n");
        if (name[length] == ')' && !source_may_be_register(text, name, length))
            fprintf(out, "+sizeof(&%.*s)", (int)length, name);
    }
}

static bool is_loop(const char *pragma) { return in_line(pragma, " taskloop"); }

/* All that the nth task of this line shares (malloc'ed), a macro makes several; ""
 * when it is nothing. One taskloop is several constructs. */
static char *shared_here(const struct source_edit *edit, const char *dump, int nth)
{
    char *names = NULL;
    size_t size;
    FILE *out = open_memstream(&names, &size);
    struct construct construct;
    if (!out)
        return NULL;
    for (const char *line = dump; *line;) {
        if (read_construct(line, &construct) && is_at(&construct, edit) &&
            (is_loop(construct.clauses) || nth-- == 0))
            add_shared(&construct, edit->text, out);
        line += strcspn(line, "\n");
        line += *line == '\n';
    }
    return fclose(out) == 0 ? names : (free(names), NULL);
}

/* ---- the text ------------------------------------------------------------------------ */

/* One that the pragma does not have yet and that means nothing when it is 0. */
static const char *free_clause(const char *pragma)
{
    static const char *const clauses[] = {"priority", "final"};
    for (size_t i = 0; i < sizeof clauses / sizeof *clauses; i++)
        if (!in_line(pragma, clauses[i]))
            return clauses[i];
    return NULL;
}

static void mark_pragma(struct source_edit *edit, const char *pragma, const char *dump, int nth)
{
    const char *clause = free_clause(pragma);
    char *names = clause ? shared_here(edit, dump, nth) : NULL;
    if (names && *names)
        source_insert(edit, pragma + strcspn(pragma, "\r\n"),
                      source_text(" %s(0*(int)(0%s))", clause, names));
    free(names);
}

char *task_mark(const char *preprocessed, const char *dump)
{
    struct source_edit edit = source_edit(preprocessed);
    int last = 0, nth = 0;
    for (const char *line = preprocessed; *line; line = source_next(&edit, line)) {
        if (!source_is_pragma(line) || !makes_tasks(line))
            continue;
        if (edit.line != last)
            nth = 0;
        last = edit.line;
        mark_pragma(&edit, line, dump, nth);
        nth += !is_loop(line);
    }
    char *marked = edit.count > 0 ? source_apply(&edit) : NULL;
    source_free(&edit);
    return marked;
}
