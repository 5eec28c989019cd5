#include "grade/screen.h"

#include <langinfo.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

struct screen screen_on(FILE *out, bool plain)
{
    struct screen screen = {.out = out, .width = 80};
    screen.utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
    const char *no_colour = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");
    if (isatty(fileno(out))) {
        struct winsize size;
        if (ioctl(fileno(out), TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) {
            screen.width = size.ws_col;
        }
        screen.colour = !plain && (no_colour == NULL || *no_colour == '\0') && terminal != NULL &&
                        strcmp(terminal, "dumb") != 0;
    }
    return screen;
}

/* Bytes of the UTF-8 character at text, 0 when it is none. */
static int character_size(const char *text)
{
    unsigned char first = (unsigned char)*text;
    int size = first < 0x80             ? 1
               : (first & 0xe0) == 0xc0 ? 2
               : (first & 0xf0) == 0xe0 ? 3
               : (first & 0xf8) == 0xf0 ? 4
                                        : 0;
    for (int i = 1; i < size; i++) {
        if (((unsigned char)text[i] & 0xc0) != 0x80) {
            return 0;
        }
    }
    return size;
}

static const char *in_ascii(const char *character, int size)
{
    static const struct {
        const char *from, *to;
    } table[] = {
        {"→", "->"},  {"←", "<-"}, {"…", "..."}, {"–", "-"},      {"—", "-"}, {"−", "-"},
        {"‘", "'"},   {"’", "'"},  {"“", "\""},  {"”", "\""},     {"★", "*"}, {"×", "x"},
        {"≤", "<="},  {"≥", ">="}, {"≠", "!="},  {"·", "."},      {"✓", "+"}, {"✗", "x"},
        {"½", "1/2"}, {"│", "|"},  {"─", "-"},   {"\u00a0", " "},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if ((int)strlen(table[i].from) == size &&
            memcmp(table[i].from, character, (size_t)size) == 0) {
            return table[i].to;
        }
    }
    return "?";
}

/* What stands for the character at text on this screen; *size is its length in
 * text. The result is valid until the next call. */
static const char *shown(const struct screen *screen, const char *text, int *size)
{
    static char buffer[8];
    *size = character_size(text);
    if (*size == 0) {
        *size = 1;
        return "?";
    }
    unsigned char c = (unsigned char)*text;
    if (*size == 1 && c < 0x20 && c != '\n' && c != '\t') {
        snprintf(buffer, sizeof buffer, "^%c", c + 64);
    } else if (*size == 1 && c == 0x7f) {
        return "^?";
    } else if (*size == 2 && c == 0xc2 && (unsigned char)text[1] < 0xa0) {
        return "?"; /* C1 controls: a terminal may obey them */
    } else if (*size > 1 && !screen->utf8) {
        return in_ascii(text, *size);
    } else {
        memcpy(buffer, text, (size_t)*size);
        buffer[*size] = '\0';
    }
    return buffer;
}

static int columns_of(const char *text)
{
    int columns = 0;
    for (; *text != '\0'; text++) {
        columns += ((unsigned char)*text & 0xc0) != 0x80;
    }
    return columns;
}

int screen_columns(const struct screen *screen, const char *text)
{
    int columns = 0;
    int size;
    for (; *text != '\0'; text += size) {
        columns += columns_of(shown(screen, text, &size));
    }
    return columns;
}

static void put(const struct screen *screen, const char *text, size_t length)
{
    int size;
    for (const char *end = text + length; text < end; text += size) {
        fputs(shown(screen, text, &size), screen->out);
    }
}

static void put_format(const struct screen *screen, const char *format, va_list arguments)
{
    char *text = NULL;
    if (vasprintf(&text, format, arguments) >= 0) {
        put(screen, text, strlen(text));
        free(text);
    }
}

void say(const struct screen *screen, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    put_format(screen, format, arguments);
    va_end(arguments);
}

void say_in(const struct screen *screen, enum ink ink, const char *format, ...)
{
    static const char *const code[] = {"32", "31", "33", "2", "1"};
    va_list arguments;
    va_start(arguments, format);
    if (screen->colour) {
        fprintf(screen->out, "\033[%sm", code[ink]);
    }
    put_format(screen, format, arguments);
    if (screen->colour) {
        fputs("\033[0m", screen->out);
    }
    va_end(arguments);
}

/* Bytes of the first line of text that fit into columns, broken at a blank
 * where there is one: a short `piece of code` stays in one line. */
static size_t fitting(const struct screen *screen, const char *text, size_t length, int columns)
{
    size_t blank = 0;
    int taken = 0;
    int size;
    bool code = false;
    for (size_t i = 0; i < length; i += (size_t)size) {
        code ^= text[i] == '`';
        taken += columns_of(shown(screen, text + i, &size));
        if (taken > columns) {
            return blank > 0 ? blank : i > 0 ? i : (size_t)size;
        }
        if (text[i] == ' ' && !code) {
            blank = i;
        }
    }
    return length;
}

void say_folded(const struct screen *screen, int indent, const char *text)
{
    int columns = (screen->width < 80 ? screen->width : 80) - indent - 1;
    while (*text != '\0') {
        size_t line = strcspn(text, "\n");
        const char *rest = text + line + (text[line] == '\n');
        do {
            size_t part = *text == ' ' ? line : fitting(screen, text, line, columns);
            fprintf(screen->out, "%*s", part > 0 ? indent : 0, "");
            put(screen, text, part);
            fputc('\n', screen->out);
            line -= part;
            text += part;
            while (line > 0 && *text == ' ') {
                text++;
                line--;
            }
        } while (line > 0);
        text = rest;
    }
}

void say_cut(const struct screen *screen, const char *text, int columns, bool pad)
{
    const char *dots = screen->utf8 ? "…" : "...";
    int room = screen_columns(screen, text) <= columns ? columns : columns - columns_of(dots);
    int taken = 0;
    int size;
    while (*text != '\0') {
        const char *one = shown(screen, text, &size);
        int more = columns_of(one);
        if (taken + more > room || *one == '\n') {
            fputs(dots, screen->out);
            taken += columns_of(dots);
            break;
        }
        fputs(one, screen->out);
        taken += more;
        text += size;
    }
    if (pad && taken < columns) {
        fprintf(screen->out, "%*s", columns - taken, "");
    }
}
