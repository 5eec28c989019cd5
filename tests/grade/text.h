/* text.h - strings and whole files; nothing about grading.
 *
 * Everything returned is malloc'ed. Out of memory ends the program with 70:
 * there is nothing better to do for a tool that runs for a second.
 */
#ifndef GRADE_TEXT_H
#define GRADE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#define EXIT_USAGE 2
#define EXIT_INTERNAL 70

/* Grows memory (NULL: new) to size bytes. Never NULL. */
void *text_grow(void *memory, size_t size);

char *text_format(const char *format, ...) __attribute__((format(printf, 1, 2)));
char *text_copy(const char *text);
char *text_copy_n(const char *text, size_t size);

bool text_starts(const char *text, const char *prefix);
bool text_ends(const char *text, const char *suffix);

/* Joins the lines of each paragraph, so that they can be folded anew. A line
 * that starts with a blank or "- " stays a line of its own. */
char *text_reflow(const char *text);

/* The whole file, with a NUL after it. NULL with errno: EFBIG when it is longer
 * than limit bytes, EISDIR for a folder, EINVAL for what is no regular file. */
char *text_read(const char *path, size_t limit, size_t *size);

/* Writes a file whole or not at all (beside it, then renamed). -1 with errno. */
int text_write(const char *path, const char *text, size_t size);

/* Makes a folder and those above it. -1 with errno. */
int text_folder(const char *path);

/* A NULL-terminated list of strings, for arguments of a process. */
char **list_add(char **list, char *text);
void list_free(char **list);

#endif
