#include "interleave/simd_files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/compile_files.h"
#include "interleave/simd_source.h"

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
    bool found = text && (simd_mentioned(text) || in_includes(path, text, depth));
    free(text);
    return found;
}

bool simd_in_file(const char *path) { return mentioned(path, DEPTH); }

bool simd_mark_file(const char *from, const char *to)
{
    size_t size;
    char *text = file_read(from, LARGEST, &size);
    char *marked = text ? simd_mark(text) : NULL;
    FILE *file = marked ? fopen(to, "we") : NULL;
    bool written = file && fputs(marked, file) >= 0;
    if (file)
        written &= fclose(file) == 0;
    free(marked);
    free(text);
    return written;
}
