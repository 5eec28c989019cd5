/* trivial.c - the error directive, with at(execution) (OpenMP 5.1, 2.5.4). */
#include <stdio.h>
#include <string.h>

#include "interleave/abi.h"
#include "interleave/output.h"
#include "interleave/schedule.h"

#pragma GCC diagnostic ignored "-Wmissing-prototypes"

/* Without a message clause the text is NULL; the length of one that ends by itself
 * is not said. */
static int length_of(const char *text, size_t length)
{
    return !text ? 0 : length == (size_t)-1 ? (int)strlen(text) : (int)length;
}

ABI void GOMP_warning(const char *text, size_t length)
{
    char line[512];
    int size = snprintf(line, sizeof line, "the program's own warning%s%.*s\n", text ? ": " : "",
                        length_of(text, length), text ? text : "");
    output_write(2, line, size < (int)sizeof line ? (size_t)size : sizeof line - 1);
}

ABI void GOMP_error(const char *text, size_t length)
{
    stage.message_pc = CALLER_PC;
    stage_end(END_CRASH, "the program's own error%s%.*s", text ? ": " : "", length_of(text, length),
              text ? text : "");
}
