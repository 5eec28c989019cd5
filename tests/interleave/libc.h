/* libc.h - the hidden state of libc's functions, as the runtime answers them. */
#ifndef INTERLEAVE_LIBC_H
#define INTERLEAVE_LIBC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Makes what it shares with the host part of what is put back before each execution.
 * Once. */
void libc_watch(void);

/* A new execution: its files and streams are those of the disk again. */
void libc_begin(void);

/* The execution is over: the files that it wrote belong to its outcome. */
void libc_finish(void);

/* Writes to the disk what the first execution that ended by itself wrote, and
 * removes what it removed. Says on standard error what could not be done. */
void libc_commit(void);

/* May a copy of this process (fork) run the program beside it, and what it has to
 * be told then: it writes nothing to the disk and reads no input. */
bool libc_may_fork(void);
void libc_forked(void);

/* For a checkpoint: its pieces; before they are copied back, and after. */
void libc_pieces(void);
void libc_undo(void);
void libc_redo(void);

/* A hash of streams and files. */
uint64_t libc_hash(uint64_t seed);

/* "the hidden state of strtok", if address is such. */
bool libc_name(uintptr_t address, char *name, size_t room);

/* True while libc's own free() looks at a block: if it aborts, that is why. */
extern bool libc_frees;
#define FREE_FAULT "free() of memory that was freed already, or never allocated"

#endif
