/* source_edit.h - preprocessed text, line by line, with insertions that leave its
 * lines true.
 *
 *   struct source_edit edit = source_edit(text);
 *   for (const char *line = text; *line; line = source_next(&edit, line))
 *       if (source_is_pragma(line))
 *           source_insert(&edit, line, source_text("…"));
 *   char *edited = source_apply(&edit);
 */
#ifndef INTERLEAVE_SOURCE_EDIT_H
#define INTERLEAVE_SOURCE_EDIT_H

#include <stdbool.h>
#include <stddef.h>

struct insertion;

struct source_edit {
    const char *text;
    int line;         /* number of the line that is read, as line markers count */
    const char *file; /* its quoted name, in a line marker of text */
    int file_length;
    struct insertion *insertions;
    int count, room;
    bool failed; /* out of memory */
};

struct source_edit source_edit(const char *text);

/* The line behind this one, the marker of which, if it is one, is heeded. */
const char *source_next(struct source_edit *edit, const char *line);

bool source_is_pragma(const char *line);

/* Is there a `register` variable of this name? It has no address. */
bool source_may_be_register(const char *text, const char *name, size_t length);

/* Formatted, malloc'ed; NULL without memory. */
char *source_text(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* `inserted` goes before `at`, and belongs to the edit from now on. */
void source_insert(struct source_edit *edit, const char *at, char *inserted);

/* The text with all insertions (malloc'ed), or NULL without memory. */
char *source_apply(struct source_edit *edit);

/* Everything but the text. */
void source_free(struct source_edit *edit);

#endif
