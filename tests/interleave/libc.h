/* libc.h - the hidden state of libc's functions, as the runtime answers them. */
#ifndef INTERLEAVE_LIBC_H
#define INTERLEAVE_LIBC_H

#include <stdbool.h>

/* Makes it part of what is put back before each execution. Once. */
void libc_watch(void);

/* True while libc's own free() looks at a block: if it aborts, that is why. */
extern bool libc_frees;
#define FREE_FAULT "free() of memory that was freed already, or never allocated"

#endif
