/* reply.h - what the child answers to one question, and its way over the wire. */
#ifndef CHECK_REPLY_H
#define CHECK_REPLY_H

#include <stdbool.h>
#include <stdint.h>

#include "check/wire.h"
#include "interleave/interleave.h"

enum reply_kind {
    REPLY_ANSWER,  /* the runtime answered: `answer`, and what was asked for */
    REPLY_UNABLE,  /* it could not: `text` says why ([internal] or not supported) */
    REPLY_REFUSED, /* the learner's answer is no schedule: `text` */
    REPLY_MISSING, /* the submission does not define the variable `text` */
    REPLY_KINDS
};

struct reply {
    enum reply_kind kind;
    char *text;
    struct answer answer;
    bool machine_known;
    struct machine machine;
    bool traced;
    struct trace trace;
    int64_t units[64];   /* by thread, in the last execution */
    uint64_t base, span; /* where the submission lay in the child */
};

/* The parent reads the submission's debugging information as if it lay here;
 * addresses of code are moved when a reply is read. No object is ever mapped
 * at 16 TiB. */
#define REPLY_BASE UINT64_C(0x100000000000)

void reply_write(struct wire_out *out, const struct reply *reply);

/* False when the bytes are no reply; *reply is then empty. */
bool reply_read(struct reply *reply, const unsigned char *bytes, size_t size);

void reply_free(struct reply *reply);

#endif
