/* libc_streams.h - streams and files of one execution.
 *
 * Files live in the execution's own memory: what it reads are those of the
 * disk, as they were when the first execution looked, under what it wrote
 * itself. So each execution begins with the same files, none sees what another
 * wrote, and no process of its own is needed: an execution that ends anywhere,
 * in a deadlock or because the search abandons it, has changed nothing
 * outside. (One fork an execution would leave the disk changed by the one
 * before all the same.) Standard input is read whole, once, and each execution
 * starts at its beginning. What the first execution that ended by itself left
 * is written to the disk in the end.
 */
#ifndef INTERLEAVE_LIBC_STREAMS_H
#define INTERLEAVE_LIBC_STREAMS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct file {
    const char *name;  /* "": one without a name, of tmpfile and the like */
    const char *bytes; /* of the disk until it is changed */
    size_t size, room; /* room 0: the bytes are not the execution's own */
    bool exists;       /* false: removed, or never there */
    bool changed;
    bool was_there;   /* on the disk */
    bool sink;        /* /dev/null */
    int error;        /* errno of reading it */
    const void *mark; /* the object of steps on it */
    struct file *next;
};

enum standard { STANDARD_NONE, STANDARD_OUTPUT, STANDARD_ERROR };

struct stream {
    bool open, reads, writes, appends, end, failed;
    enum standard standard; /* output that is captured; then file is NULL */
    int backs;              /* characters in back: of ungetc, the last on top */
    unsigned char back[8];
    struct file *file;
    size_t at; /* position, bytes */
    /* fmemopen, open_memstream: where the bytes go when it is flushed */
    char *memory;
    size_t memory_size;
    char **memory_out;
    size_t *size_out;
};

/* ---- libc_disk.c ------------------------------------------------------------------ */

void disk_begin(void);

/* The file called name, which may not exist. NULL with errno: it can't be looked at. */
struct file *disk_find(const char *name, const void *pc);
struct file *disk_unnamed(void);
struct file *disk_input(void);

/* May it be created here, or written if it exists? Else false, with errno. */
bool disk_may_write(const struct file *file);

void disk_write(struct file *file, size_t at, const void *bytes, size_t size);
void disk_cut(struct file *file, size_t size);
void disk_finish(void);
void disk_commit(void);
/* What goes to the disk is known, so that a copy of this process may run on. */
bool disk_may_fork(void);
/* In that copy: it writes nothing, and ends when the input is first asked for. */
void disk_forked(void);
uint64_t disk_hash(uint64_t seed);

/* ---- libc_streams.c ---------------------------------------------------------------- */

void streams_begin(void);
uint64_t streams_hash(uint64_t seed);
void streams_pieces(void); /* of a checkpoint */
void streams_undo(void);

/* The execution's stream; the caller at pc crashes with a NULL or closed one. */
struct stream *stream_of(const FILE *stream, const void *pc);

/* The stream of a descriptor; NULL with errno. */
struct stream *stream_numbered(int number);

/* A visible step on it. */
void stream_step(const struct stream *stream, const void *pc, uintptr_t cfa);

/* The effects alone. */
size_t stream_put(struct stream *stream, const void *bytes, size_t size);
size_t stream_take(struct stream *stream, void *to, size_t size);
int stream_byte(struct stream *stream); /* or EOF */
void stream_back(struct stream *stream, int byte);

#endif
