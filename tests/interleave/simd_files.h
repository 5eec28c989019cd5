/* simd_files.h - simd_source.h for files: is there anything to mark, and marking it. */
#ifndef INTERLEAVE_SIMD_FILES_H
#define INTERLEAVE_SIMD_FILES_H

#include <stdbool.h>

/* Does the source at path, or a file beside it that it includes by a quoted
 * name, speak of simd? Quick: nothing is preprocessed. */
bool simd_in_file(const char *path);

/* Marks the preprocessed text of the file `from` into the file `to`. False when
 * there is nothing to mark, or no file. */
bool simd_mark_file(const char *from, const char *to);

#endif
