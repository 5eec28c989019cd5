#include "grade/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void out_of_memory(void)
{
    fputs("grade: [internal] out of memory\n", stderr);
    exit(EXIT_INTERNAL);
}

void *text_grow(void *memory, size_t size)
{
    void *grown = realloc(memory, size ? size : 1);
    if (grown == NULL) {
        out_of_memory();
    }
    return grown;
}

char *text_format(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = NULL;
    int length = vasprintf(&text, format, arguments);
    va_end(arguments);
    if (length < 0) {
        out_of_memory();
    }
    return text;
}

char *text_copy(const char *text) { return text_copy_n(text, strlen(text)); }

char *text_copy_n(const char *text, size_t size)
{
    char *copy = text_grow(NULL, size + 1);
    memcpy(copy, text, size);
    copy[size] = '\0';
    return copy;
}

bool text_starts(const char *text, const char *prefix)
{
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

bool text_ends(const char *text, const char *suffix)
{
    size_t length = strlen(text);
    size_t wanted = strlen(suffix);
    return length >= wanted && strcmp(text + length - wanted, suffix) == 0;
}

char *text_reflow(const char *text)
{
    char *joined = text_copy(text);
    for (char *c = joined; *c != '\0'; c++) {
        bool own_line = c > joined && c[-1] == '\n';
        if (*c == '\n' && c[1] == '\n') {
            c++; /* the end of a paragraph */
        } else if (*c == '\n' && !own_line && c[1] != '\0' && c[1] != ' ' &&
                   !text_starts(c + 1, "- ")) {
            *c = ' ';
        }
    }
    return joined;
}

/* A pipe or a device could make us wait for ever: only regular files are read. */
static int open_regular(const char *path, size_t limit)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) {
        return -1;
    }
    struct stat info;
    int why = 0;
    if (fstat(fd, &info) != 0) {
        why = errno;
    } else if (S_ISDIR(info.st_mode)) {
        why = EISDIR;
    } else if (!S_ISREG(info.st_mode)) {
        why = EINVAL;
    } else if ((size_t)info.st_size > limit) {
        why = EFBIG;
    }
    if (why != 0) {
        close(fd);
        errno = why;
        return -1;
    }
    return fd;
}

char *text_read(const char *path, size_t limit, size_t *size)
{
    int fd = open_regular(path, limit);
    if (fd < 0) {
        return NULL;
    }
    char *text = text_grow(NULL, limit < 65536 ? limit + 1 : 65536);
    size_t room = limit < 65536 ? limit : 65535;
    size_t length = 0;
    for (;;) {
        if (length == room && room < limit) {
            room = room * 2 < limit ? room * 2 : limit;
            text = text_grow(text, room + 1);
        }
        ssize_t got = read(fd, text + length, room - length);
        if (got <= 0) {
            break;
        }
        length += (size_t)got;
    }
    close(fd);
    text[length] = '\0';
    if (size != NULL) {
        *size = length;
    }
    return text;
}

int text_write(const char *path, const char *text, size_t size)
{
    char *beside = text_format("%s.%ld.part", path, (long)getpid());
    int result = -1;
    FILE *file = fopen(beside, "wxe");
    if (file != NULL) {
        bool whole = fwrite(text, 1, size, file) == size;
        whole = fclose(file) == 0 && whole;
        if (whole && rename(beside, path) == 0) {
            result = 0;
        } else {
            int why = errno;
            unlink(beside);
            errno = why;
        }
    }
    free(beside);
    return result;
}

int text_folder(const char *path)
{
    char *copy = text_copy(path);
    int result = 0;
    for (char *slash = strchr(copy + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(copy, 0777);
        *slash = '/';
    }
    if (mkdir(copy, 0777) != 0 && errno != EEXIST) {
        result = -1;
    }
    free(copy);
    return result;
}

char **list_add(char **list, char *text)
{
    size_t count = 0;
    while (list != NULL && list[count] != NULL) {
        count++;
    }
    list = text_grow(list, (count + 2) * sizeof *list);
    list[count] = text;
    list[count + 1] = NULL;
    return list;
}

void list_free(char **list)
{
    for (size_t i = 0; list != NULL && list[i] != NULL; i++) {
        free(list[i]);
    }
    free(list);
}
