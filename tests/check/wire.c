/* wire.c - messages from the child, written and read without trust. */
#include "check/wire.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Before each message: this word and the length. No defence, only a check that
 * nothing else got into the pipe. */
#define MAGIC UINT64_C(0x696e7465726c6561)

/* No honest message comes near; a forged length must not make us allocate. */
#define MOST_BYTES ((uint64_t)256 << 20)

/* ---- Writing -------------------------------------------------------------- */

static void put(struct wire_out *out, const void *bytes, size_t size)
{
    if (out->room - out->size < size) {
        size_t room = (out->size + size) * 2 + 256;
        unsigned char *grown = realloc(out->bytes, room);
        if (!grown) {
            out->failed = true;
            return;
        }
        out->bytes = grown;
        out->room = room;
    }
    if (size > 0)
        memcpy(out->bytes + out->size, bytes, size);
    out->size += size;
}

void wire_number(struct wire_out *out, uint64_t value) { put(out, &value, sizeof value); }

void wire_signed(struct wire_out *out, int64_t value) { put(out, &value, sizeof value); }

void wire_bytes(struct wire_out *out, const void *bytes, size_t size)
{
    wire_number(out, size);
    put(out, bytes, size);
}

void wire_text(struct wire_out *out, const char *text)
{
    wire_number(out, text != NULL);
    if (text)
        wire_bytes(out, text, strlen(text));
}

static bool write_all(int descriptor, const void *bytes, size_t size)
{
    for (size_t done = 0; done < size;) {
        ssize_t wrote = write(descriptor, (const char *)bytes + done, size - done);
        if (wrote < 0 && errno != EINTR)
            return false;
        done += wrote > 0 ? (size_t)wrote : 0;
    }
    return true;
}

bool wire_send(struct wire_out *out, int descriptor)
{
    uint64_t head[2] = {MAGIC, out->size};
    bool sent = !out->failed && write_all(descriptor, head, sizeof head) &&
                write_all(descriptor, out->bytes, out->size);
    free(out->bytes);
    *out = (struct wire_out){0};
    return sent;
}

/* ---- Reading ---------------------------------------------------------------- */

uint64_t wire_get_number(struct wire_in *in)
{
    uint64_t value = 0;
    if (in->bad || (size_t)(in->end - in->at) < sizeof value) {
        in->bad = true;
        return 0;
    }
    memcpy(&value, in->at, sizeof value);
    in->at += sizeof value;
    return value;
}

int64_t wire_get_signed(struct wire_in *in) { return (int64_t)wire_get_number(in); }

uint64_t wire_get_below(struct wire_in *in, uint64_t most)
{
    uint64_t value = wire_get_number(in);
    if (value <= most)
        return value;
    in->bad = true;
    return 0;
}

size_t wire_get_count(struct wire_in *in, size_t least)
{
    uint64_t count = wire_get_number(in);
    if (count <= (size_t)(in->end - in->at) / least)
        return (size_t)count;
    in->bad = true;
    return 0;
}

void *wire_get_bytes(struct wire_in *in, size_t *size)
{
    *size = wire_get_count(in, 1);
    char *copy = malloc(*size + 1);
    if (!copy || in->bad) {
        in->bad = true;
        *size = 0;
        if (copy)
            *copy = '\0';
        return copy;
    }
    memcpy(copy, in->at, *size);
    copy[*size] = '\0';
    in->at += *size;
    return copy;
}

char *wire_get_text(struct wire_in *in)
{
    size_t size;
    return wire_get_below(in, 1) ? wire_get_bytes(in, &size) : NULL;
}

bool wire_good(const struct wire_in *in) { return !in->bad && in->at == in->end; }

/* ---- Receiving ---------------------------------------------------------------- */

double wire_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static enum wire_end read_all(int descriptor, double deadline, void *bytes, size_t size)
{
    for (size_t done = 0; done < size;) {
        double left = deadline - wire_now();
        struct pollfd waits = {.fd = descriptor, .events = POLLIN};
        if (left <= 0)
            return WIRE_LATE;
        int ready = poll(&waits, 1, (int)(left * 1000) + 1);
        if (ready <= 0)
            continue;
        ssize_t got = read(descriptor, (char *)bytes + done, size - done);
        if (got == 0 || (got < 0 && errno != EINTR))
            return WIRE_CLOSED;
        done += got > 0 ? (size_t)got : 0;
    }
    return WIRE_MESSAGE;
}

enum wire_end wire_receive(int descriptor, double deadline, unsigned char **bytes, size_t *size)
{
    uint64_t head[2];
    *bytes = NULL;
    enum wire_end end = read_all(descriptor, deadline, head, sizeof head);
    if (end != WIRE_MESSAGE)
        return end;
    if (head[0] != MAGIC || head[1] > MOST_BYTES)
        return WIRE_BROKEN;
    *size = (size_t)head[1];
    *bytes = malloc(*size + 1);
    end = *bytes ? read_all(descriptor, deadline, *bytes, *size) : WIRE_BROKEN;
    if (end != WIRE_MESSAGE) {
        free(*bytes);
        *bytes = NULL;
    }
    return end;
}
