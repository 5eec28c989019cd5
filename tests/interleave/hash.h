/* hash.h - a fast 64-bit mix (the multiply-fold of wyhash, public domain) and
 * the hash of a block of memory. For tables and states, not for security. */
#ifndef INTERLEAVE_HASH_H
#define INTERLEAVE_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

static inline uint64_t hash_fold(uint64_t a, uint64_t b)
{
    __extension__ typedef unsigned __int128 wide;
    wide product = (wide)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t hash_mix(uint64_t seed, uint64_t value)
{
    return hash_fold(seed ^ UINT64_C(0xa0761d6478bd642f), value ^ UINT64_C(0xe7037ed1a0b428db));
}

/* Live stacks are read as they are, with what AddressSanitizer puts between the
 * variables of our own frames on them. */
#if defined(__SANITIZE_ADDRESS__)
#define READS_STACKS __attribute__((no_sanitize_address))
#else
#define READS_STACKS
#endif

READS_STACKS static inline uint64_t hash_block(const void *block, size_t size, uint64_t seed)
{
    const unsigned char *at = block;
    while (size >= 16) {
        uint64_t a, b;
        memcpy(&a, at, 8);
        memcpy(&b, at + 8, 8);
        seed = hash_fold(a ^ UINT64_C(0xa0761d6478bd642f) ^ seed, b ^ UINT64_C(0xe7037ed1a0b428db));
        at += 16;
        size -= 16;
    }
    uint64_t tail[2] = {0, size};
    unsigned char *to = (unsigned char *)tail;
    size_t done = size & 8;
    if (done)
        memcpy(to, at, 8);
    for (size_t i = done; i < size; i++)
        to[i] = at[i];
    return hash_fold(tail[0] ^ seed ^ UINT64_C(0x8ebc6af09c88c6e3),
                     tail[1] ^ (uint64_t)size << 60 ^ UINT64_C(0x589965cc75374cc3));
}

#endif
