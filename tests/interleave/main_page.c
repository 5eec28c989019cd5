/* main_page.c - text for the terminal that is there: its width, its letters, its
 * colours. An answer is written to memory first, so that a terminal without
 * UTF-8 gets none, wherever the words came from. */
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "interleave/main_tool.h"

static const char *locale_name(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (int i = 0; i < 3; i++) {
        const char *value = getenv(variables[i]);
        if (value && *value)
            return value;
    }
    return NULL;
}

/* Where nothing is said, today's terminals know UTF-8. */
static bool knows_utf8(void)
{
    const char *locale = locale_name();
    return !locale || strstr(locale, "UTF-8") || strstr(locale, "utf8") || strstr(locale, "UTF8") ||
           strstr(locale, "utf-8");
}

bool colours_here(const struct asked *asked)
{
    const char *none = getenv("NO_COLOR"), *terminal = getenv("TERM");
    return !asked->plain && !(none && *none) && terminal && strcmp(terminal, "dumb") != 0 &&
           isatty(fileno(asked->out));
}

struct trace_style style_here(const struct asked *asked, const struct trace *trace)
{
    struct winsize size;
    struct trace_style style = {
        .width = 80, .lanes = asked->lanes, .letters = asked->letters, .tasks = trace->tasks};
    const char *columns = getenv("COLUMNS");
    if (asked->out && ioctl(fileno(asked->out), TIOCGWINSZ, &size) == 0 && size.ws_col >= 40)
        style.width = size.ws_col;
    else if (columns && atoi(columns) >= 40 && atoi(columns) <= 1000)
        style.width = atoi(columns);
    style.ascii = asked->plain || !knows_utf8();
    return style;
}

void text_folded(FILE *out, int indent, int width, const char *text)
{
    size_t room = width > indent + 20 ? (size_t)(width - indent) : 20;
    for (bool first = true; *text; first = false) {
        size_t length = strlen(text), most = first ? room : room - 2;
        if (length > most) {
            length = most;
            while (length > most / 2 && text[length] != ' ')
                length--;
            if (text[length] != ' ')
                length = strcspn(text, " ");
        }
        fprintf(out, "%*s%.*s\n", first ? indent : indent + 2, "", (int)length, text);
        text += length + strspn(text + length, " ");
    }
}

void say(const char *format, va_list arguments)
{
    struct winsize size;
    char *text = NULL, *line = NULL;
    bool terminal = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40;
    if (vasprintf(&text, format, arguments) < 0 || asprintf(&line, "interleave: %s", text) < 0)
        exit(EXIT_OURS);
    if (terminal)
        text_folded(stderr, 0, size.ws_col, line);
    else
        fprintf(stderr, "%s\n", line);
    free(line);
    free(text);
}

void remark(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say(format, arguments);
    va_end(arguments);
}

/* ---- one answer --------------------------------------------------------------------- */

static char *page;
static size_t page_size;
static FILE *page_file;

FILE *text_begin(void)
{
    page_file = open_memstream(&page, &page_size);
    if (!page_file)
        quit(EXIT_OURS, "[internal] out of memory");
    return page_file;
}

/* The few characters beyond ASCII that our own words use. */
static const char *in_ascii(const char *text, size_t *length)
{
    static const char *const known[][2] = {{"→", "->"}, {"…", "..."}, {"·", "."}, {"×", "x"}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        *length = strlen(known[i][0]);
        if (strncmp(text, known[i][0], *length) == 0)
            return known[i][1];
    }
    *length = 1;
    while (((unsigned char)text[*length] & 0xc0) == 0x80)
        ++*length;
    return "?";
}

void text_end(const struct asked *asked, const struct trace_style *style)
{
    fclose(page_file);
    if (!style->ascii)
        fwrite(page, 1, page_size, asked->out);
    for (const char *at = page; style->ascii && *at;) {
        size_t length = 1;
        if ((unsigned char)*at < 0x80)
            fputc(*at, asked->out);
        else
            fputs(in_ascii(at, &length), asked->out);
        at += length;
    }
    free(page);
}
