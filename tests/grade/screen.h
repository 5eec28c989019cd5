/* screen.h - what a reader sees: colour, characters, width.
 *
 * Text is UTF-8 inside. Where the locale cannot show it, it is written in
 * ASCII. Control characters never reach a terminal: what learner code and
 * compilers say is quoted, not obeyed.
 */
#ifndef GRADE_SCREEN_H
#define GRADE_SCREEN_H

#include <stdbool.h>
#include <stdio.h>

struct screen {
    FILE *out;
    bool colour;
    bool utf8;
    int width; /* columns; 80 when out is no terminal */
};

enum ink { INK_GOOD, INK_BAD, INK_WARN, INK_QUIET, INK_STRONG };

/* plain: no colour whatever the terminal is. */
struct screen screen_on(FILE *out, bool plain);

/* Writes formatted text. */
void say(const struct screen *screen, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The same, coloured where there is colour. */
void say_in(const struct screen *screen, enum ink ink, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Writes text in lines of at most width columns, each led by indent blanks.
 * A newline in it is a newline; a line that starts with a blank is not folded. */
void say_folded(const struct screen *screen, int indent, const char *text);

/* Writes text, cut to columns with an ellipsis, or filled with blanks when pad. */
void say_cut(const struct screen *screen, const char *text, int columns, bool pad);

/* Columns that text takes on this screen. */
int screen_columns(const struct screen *screen, const char *text);

#endif
