/* mark_files.h - what simd_source.h and task_source.h add to a source, for files.
 *
 * A source that marks_in_file() is preprocessed; of that text gcc writes a dump
 * if it marks_need_dump(); what marks_write() makes of both is compiled.
 */
#ifndef INTERLEAVE_MARK_FILES_H
#define INTERLEAVE_MARK_FILES_H

#include <stdbool.h>

/* Does the source at path, or a file beside it that it includes by a quoted
 * name, speak of simd or of tasks? Quick: nothing is preprocessed. */
bool marks_in_file(const char *path);

/* Does the preprocessed text of the file have tasks? */
bool marks_need_dump(const char *text);

/* Marks the preprocessed text of the file `from` into the file `to`; dump is a file
 * that may be missing. False when there is nothing to mark, or no file. */
bool marks_write(const char *from, const char *dump, const char *to);

#endif
