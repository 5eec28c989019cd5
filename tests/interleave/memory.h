/* memory.h - accesses that libc functions make for the program.
 *
 * The program's own accesses arrive through the sanitizer's hooks (memory.c,
 * atomics.c); wrapped libc functions report theirs here.
 */
#ifndef INTERLEAVE_MEMORY_H
#define INTERLEAVE_MEMORY_H

#include <stddef.h>
#include <stdint.h>

void memory_read(const void *address, size_t size, const void *pc, uintptr_t cfa);
void memory_write(const void *address, size_t size, const void *pc, uintptr_t cfa);

/* A call that uses state which all threads share (a stream, rand, strtok):
 * a visible step on the object; calls order nothing and race with nothing. */
void memory_shared_call(const void *object, const void *pc, uintptr_t cfa);

#endif
