/* wire.h - messages from the child, written and read without trust.
 *
 * The child may hold code that corrupts it, so the parent believes no length,
 * no index and no ending: a message is read field by field within its bounds,
 * and one bad field spoils all of it (wire_good() is false from then on, and
 * every later field is zero or empty). What is said may still be a lie about
 * the submission; it can never be more than an observation.
 *
 * Numbers are 64 bits in the machine's own order: both ends are one program.
 */
#ifndef CHECK_WIRE_H
#define CHECK_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- Writing: a growing buffer ------------------------------------------ */

struct wire_out {
    unsigned char *bytes; /* malloc'ed */
    size_t size, room;
    bool failed; /* out of memory: sent as a broken message */
};

void wire_number(struct wire_out *out, uint64_t value);
void wire_signed(struct wire_out *out, int64_t value);
void wire_bytes(struct wire_out *out, const void *bytes, size_t size);
void wire_text(struct wire_out *out, const char *text); /* NULL is told apart */

/* Sends the message with its length before it, and empties the buffer. */
bool wire_send(struct wire_out *out, int descriptor);

/* ---- Reading ------------------------------------------------------------- */

struct wire_in {
    const unsigned char *at, *end;
    bool bad;
};

uint64_t wire_get_number(struct wire_in *in);
int64_t wire_get_signed(struct wire_in *in);

/* A number from 0 to most; anything else spoils the message. */
uint64_t wire_get_below(struct wire_in *in, uint64_t most);

/* A count of elements of at least `least` bytes each: no more than the rest of
 * the message can hold. */
size_t wire_get_count(struct wire_in *in, size_t least);

/* malloc'ed; a zero follows the last byte. */
void *wire_get_bytes(struct wire_in *in, size_t *size);
char *wire_get_text(struct wire_in *in); /* malloc'ed or NULL */

/* True when all of it was read and nothing was wrong. */
bool wire_good(const struct wire_in *in);

/* ---- Receiving ------------------------------------------------------------ */

enum wire_end {
    WIRE_MESSAGE, /* *bytes is a whole message (malloc'ed) */
    WIRE_CLOSED,  /* the other end closed before one was whole */
    WIRE_BROKEN,  /* a length that cannot be */
    WIRE_LATE     /* nothing whole until the time was over */
};

/* Waits at most until `deadline` (seconds of the monotonic clock). */
enum wire_end wire_receive(int descriptor, double deadline, unsigned char **bytes, size_t *size);

/* Seconds of the monotonic clock. Only for the far guard. */
double wire_now(void);

#endif
