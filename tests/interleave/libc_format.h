/* libc_format.h - what printf and scanf touch through their arguments. */
#ifndef INTERLEAVE_LIBC_FORMAT_H
#define INTERLEAVE_LIBC_FORMAT_H

#include <stdarg.h>
#include <stdint.h>

/* printf: the format and the texts of %s are read, %n is written. Leaves
 * arguments as they were. */
void format_printed(const char *format, va_list arguments, const void *pc, uintptr_t cfa);

/* scanf, which has made so many assignments: what they wrote. */
void format_scanned(const char *format, int assignments, va_list arguments, const void *pc,
                    uintptr_t cfa);

#endif
