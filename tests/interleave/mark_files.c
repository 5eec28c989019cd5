#include "interleave/mark_files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/compile_files.h"
#include "interleave/simd_source.h"
#include "interleave/task_source.h"

/* Files of files of files: deeper ones are not looked at, so that a circle ends. */
#define DEPTH 3
#define LARGEST ((size_t)64 << 20)

static bool mentioned(const char *path, int depth);

/* The quoted names of text, beside the file at path. */
static bool in_includes(const char *path, const char *text, int depth)
{
    const char *slash = strrchr(path, '/');
    int folder = slash ? (int)(slash - path) + 1 : 0;
    for (const char *at = strstr(text, "include"); at; at = strstr(at + 1, "include")) {
        char name[PATH_MAX], file[PATH_MAX];
        if (sscanf(at, "include \"%4000[^\"\n]\"", name) != 1)
            continue;
        int length = snprintf(file, sizeof file, "%.*s%s", folder, path, name);
        if (length < (int)sizeof file && mentioned(file, depth - 1))
            return true;
    }
    return false;
}

static bool mentioned(const char *path, int depth)
{
    size_t size;
    char *text = depth > 0 ? file_read(path, LARGEST, &size) : NULL;
    bool found =
        text && (simd_mentioned(text) || task_mentioned(text) || in_includes(path, text, depth));
    free(text);
    return found;
}

bool marks_in_file(const char *path) { return mentioned(path, DEPTH); }

bool marks_need_dump(const char *path)
{
    size_t size;
    char *text = file_read(path, LARGEST, &size);
    bool need = text && task_in_pragma(text);
    free(text);
    return need;
}

/* The text itself, or what `marked` is in its place. */
static char *replaced(char *text, char *marked, bool *any)
{
    if (!marked)
        return text;
    *any = true;
    free(text);
    return marked;
}

static bool write_text(const char *text, const char *path)
{
    FILE *file = fopen(path, "we");
    bool written = file && fputs(text, file) >= 0;
    return file && fclose(file) == 0 && written;
}

bool marks_write(const char *from, const char *dump, const char *to)
{
    size_t size;
    bool any = false;
    char *text = file_read(from, LARGEST, &size);
    char *dumped = file_read(dump, LARGEST, &size);
    if (text && dumped)
        text = replaced(text, task_mark(text, dumped), &any);
    if (text)
        text = replaced(text, simd_mark(text), &any);
    bool written = any && write_text(text, to);
    free(dumped);
    free(text);
    return written;
}
