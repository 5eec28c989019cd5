/* compile_files.h - the private folder of one build, and text from and to files. */
#ifndef INTERLEAVE_COMPILE_FILES_H
#define INTERLEAVE_COMPILE_FILES_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

struct folder {
    char path[PATH_MAX - 64];
};

/* An empty folder that only this user can read; false with errno. */
bool folder_make(struct folder *folder);

/* Removes it with its files 0NAME … sourcesNAME. */
void folder_remove(const struct folder *folder, int sources);

/* The path of file number NAME of the folder, written to file and returned. */
const char *in_folder(const struct folder *folder, const char *name, int number,
                      char file[PATH_MAX]);

/* The whole regular file with a zero after it (malloc'ed), or NULL with errno:
 * EFBIG above `most` bytes, EINVAL when it is not a regular file. */
char *file_read(const char *path, size_t most, size_t *size);

/* Adds more to the malloc'ed *text, or the contents of the file at path. */
void text_append(char **text, const char *more);
void text_append_file(char **text, const char *path, size_t most);

#endif
