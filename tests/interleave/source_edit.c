#include "interleave/source_edit.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Text to insert before an offset of the original. */
struct insertion {
    size_t offset;
    char *text;
};

struct source_edit source_edit(const char *text)
{
    return (struct source_edit){.text = text, .file = "\"\"", .file_length = 2, .line = 1};
}

bool source_is_pragma(const char *line) { return strncmp(line, "#pragma", 7) == 0; }

static bool is_word(const char *at, const char *text, const char *word, size_t length)
{
    static const char letters[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$";
    return strncmp(at, word, length) == 0 && !strchr(letters, at[length]) &&
           (at == text || !strchr(letters, at[-1]));
}

bool source_may_be_register(const char *text, const char *name, size_t length)
{
    static const char word[] = "register";
    for (const char *at = strstr(text, word); at; at = strstr(at + 1, word)) {
        const char *end = at + strcspn(at, ";");
        for (const char *each = at; is_word(at, text, word, strlen(word)) && each < end; each++)
            if (is_word(each, text, name, length))
                return true;
    }
    return false;
}

static const char *skip_name(const char *at)
{
    for (at++; *at && *at != '"'; at++)
        at += *at == '\\' && at[1];
    return *at ? at + 1 : at;
}

static void read_marker(struct source_edit *edit, const char *line)
{
    char *end;
    long number = strtol(line + 1, &end, 10);
    bool numbered = end != line + 1;
    end += strspn(end, " ");
    if (!numbered || *end != '"')
        return;
    edit->line = (int)number - 1; /* of the next line, less the step to it */
    edit->file = end;
    edit->file_length = (int)(skip_name(end) - end);
}

const char *source_next(struct source_edit *edit, const char *line)
{
    if (*line == '#' && !source_is_pragma(line))
        read_marker(edit, line);
    edit->line++;
    line += strcspn(line, "\n");
    return line + (*line == '\n');
}

char *source_text(const char *format, ...)
{
    char *text = NULL;
    va_list arguments;
    va_start(arguments, format);
    if (vasprintf(&text, format, arguments) < 0)
        text = NULL;
    va_end(arguments);
    return text;
}

static void make_room(struct source_edit *edit)
{
    edit->room = edit->room ? 2 * edit->room : 64;
    struct insertion *more =
        realloc(edit->insertions, (size_t)edit->room * sizeof *edit->insertions);
    if (more)
        edit->insertions = more;
    else
        edit->failed = true;
}

void source_insert(struct source_edit *edit, const char *at, char *inserted)
{
    if (edit->count == edit->room)
        make_room(edit);
    edit->failed |= !inserted;
    if (edit->failed)
        free(inserted);
    else
        edit->insertions[edit->count++] = (struct insertion){(size_t)(at - edit->text), inserted};
}

static int by_offset(const void *a, const void *b)
{
    const struct insertion *left = a, *right = b;
    return (left->offset > right->offset) - (left->offset < right->offset);
}

char *source_apply(struct source_edit *edit)
{
    char *out = NULL;
    size_t size, at = 0;
    FILE *file = edit->failed ? NULL : open_memstream(&out, &size);
    if (!file)
        return NULL;
    if (edit->count > 0)
        qsort(edit->insertions, (size_t)edit->count, sizeof *edit->insertions, by_offset);
    for (int i = 0; i < edit->count; i++) {
        fwrite(edit->text + at, 1, edit->insertions[i].offset - at, file);
        fputs(edit->insertions[i].text, file);
        at = edit->insertions[i].offset;
    }
    fputs(edit->text + at, file);
    if (fclose(file) != 0) {
        free(out);
        return NULL;
    }
    return out;
}

void source_free(struct source_edit *edit)
{
    for (int i = 0; i < edit->count; i++)
        free(edit->insertions[i].text);
    free(edit->insertions);
}
