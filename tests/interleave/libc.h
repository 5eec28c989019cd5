/* libc.h - the hidden state of libc's functions, as the runtime answers them. */
#ifndef INTERLEAVE_LIBC_H
#define INTERLEAVE_LIBC_H

/* Makes it part of what is put back before each execution. Once. */
void libc_watch(void);

#endif
