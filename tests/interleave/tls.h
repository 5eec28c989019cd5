/* tls.h - threadprivate and _Thread_local: one block for each logical thread.
 *
 * A program built with -fPIC -ftls-model=global-dynamic asks __tls_get_addr for
 * every such variable; the host defines it. A slot keeps its block through the
 * execution, as a thread of libgomp's pool does.
 */
#ifndef INTERLEAVE_TLS_H
#define INTERLEAVE_TLS_H

#include <stddef.h>
#include <stdint.h>

/* The loaded program's TLS module and its initial image. */
void tls_watch(size_t module, const void *image, size_t image_size, size_t block_size,
               size_t align);

void tls_begin(void);

/* For a checkpoint. */
void tls_pieces(void);
/* Threads other than the running one get new blocks, as after the pool of
 * threads was given up (omp_pause_resource). */
void tls_pause(void);
uint64_t tls_hash(uint64_t seed);

#endif
