/* compile_files.c - the private folder of one build, and text from and to files. */
#include "interleave/compile_files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char *in_folder(const struct folder *folder, const char *name, int number,
                      char file[PATH_MAX])
{
    snprintf(file, PATH_MAX, "%s/%d%s", folder->path, number, name);
    return file;
}

bool folder_make(struct folder *folder)
{
    const char *parent = getenv("TMPDIR");
    snprintf(folder->path, sizeof folder->path, "%s/interleave-XXXXXX",
             parent && *parent == '/' ? parent : "/tmp");
    return mkdtemp(folder->path) != NULL;
}

void folder_remove(const struct folder *folder, int sources)
{
    static const char *const names[] = {".o", ".i", ".s", ".err", ".words", ".marked", ".gimple"};
    char file[PATH_MAX];
    for (int i = 0; i <= sources; i++)
        for (size_t k = 0; k < sizeof names / sizeof *names; k++)
            unlink(in_folder(folder, names[k], i, file));
    rmdir(folder->path);
}

char *file_read(const char *path, size_t most, size_t *size)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat info;
    char *text = NULL;
    *size = 0;
    if (fd < 0)
        return NULL;
    if (fstat(fd, &info) < 0 || !S_ISREG(info.st_mode))
        errno = S_ISDIR(info.st_mode) ? EISDIR : EINVAL;
    else if ((uintmax_t)info.st_size > most)
        errno = EFBIG;
    else if ((text = malloc((size_t)info.st_size + 1)) != NULL) {
        ssize_t got;
        while (*size < (size_t)info.st_size &&
               (got = read(fd, text + *size, (size_t)info.st_size - *size)) > 0)
            *size += (size_t)got;
        text[*size] = '\0';
    }
    close(fd);
    return text;
}

void text_append(char **text, const char *more)
{
    size_t had = *text ? strlen(*text) : 0, size = strlen(more) + 1;
    char *grown = realloc(*text, had + size);
    if (!grown)
        return;
    memcpy(grown + had, more, size);
    *text = grown;
}

void text_append_file(char **text, const char *path, size_t most)
{
    size_t size;
    char *more = file_read(path, most, &size);
    if (more)
        text_append(text, more);
    free(more);
}
