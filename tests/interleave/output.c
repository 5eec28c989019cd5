#include "interleave/output.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/bounds.h"
#include "interleave/checkpoint.h"
#include "interleave/grow.h"
#include "interleave/hash.h"
#include "interleave/interleave.h"
#include "interleave/schedule.h"

static char *text;
static OF_EXECUTION size_t used, observed_size;
static OF_EXECUTION uint64_t printed, more;
static size_t room, observed_room;
static uint64_t most_printed = MAX_PRINTED;
static char *observed;
static char complaint[MAX_COMPLAINT + 1];
static OF_EXECUTION size_t complaint_size;

/* Pieces of kept.bytes that went to one stream. */
struct piece {
    int stream;
    size_t end;
};

static struct {
    bool wanted;
    char *bytes;
    size_t size, room;
    struct piece *pieces;
    size_t count, piece_room;
} kept;

void interleave_limit_output(size_t size)
{
    most_printed = size < MAX_PRINTED ? size : MAX_PRINTED;
}

void output_begin(void)
{
    used = 0;
    printed = more = 0;
    observed_size = 0;
    complaint_size = 0;
    kept.size = kept.count = 0;
}

static void count_printed(size_t size)
{
    printed += size;
    stage.effort += size / 32;
    if (printed > most_printed)
        stage_end(most_printed < MAX_PRINTED ? END_CRASH : END_ENDLESS,
                  "more than %zu MiB were printed", (size_t)(most_printed >> 20));
}

/* ---- kept whole ---------------------------------------------------------------- */

void output_keep(void) { kept.wanted = true; }

static void keep(int stream, const void *bytes, size_t size)
{
    kept.bytes = grow(kept.bytes, kept.size + size + 1, &kept.room, 1);
    memcpy(kept.bytes + kept.size, bytes, size);
    kept.size += size;
    if (kept.count == 0 || kept.pieces[kept.count - 1].stream != stream) {
        kept.pieces = grow(kept.pieces, kept.count + 1, &kept.piece_room, sizeof *kept.pieces);
        kept.pieces[kept.count++].stream = stream;
    }
    kept.pieces[kept.count - 1].end = kept.size;
}

bool output_let_out(void)
{
    size_t start = 0;
    kept.wanted = false;
    for (size_t i = 0; i < kept.count; i++) {
        FILE *out = kept.pieces[i].stream == 1 ? stdout : stderr;
        size_t size = kept.pieces[i].end - start;
        if (fwrite(kept.bytes + start, 1, size, out) != size || fflush(out) != 0)
            return false;
        start = kept.pieces[i].end;
    }
    return true;
}

/* ---- captured --------------------------------------------------------------------- */

void output_write(int stream, const void *bytes, size_t size)
{
    if (kept.wanted)
        keep(stream, bytes, size);
    if (stream == 1) {
        output_note(bytes, size);
        return;
    }
    count_printed(size);
    size_t rest = MAX_COMPLAINT - complaint_size;
    memcpy(complaint + complaint_size, bytes, size < rest ? size : rest);
    complaint_size += size < rest ? size : rest;
}

const char *output_complaint(void)
{
    complaint[complaint_size] = '\0';
    return complaint;
}

void output_note(const void *bytes, size_t size)
{
    count_printed(size);
    if (used + size > MAX_OUTPUT) { /* what is not kept still tells two outcomes apart */
        more = hash_block(bytes, size, more);
        return;
    }
    text = grow(text, used + size + 1, &room, 1);
    memcpy(text + used, bytes, size);
    used += size;
}

const char *output_text(size_t *size)
{
    if (more) {
        char end[64];
        int length = snprintf(end, sizeof end, "\n[in all %llu bytes, checksum %016llx]",
                              (unsigned long long)printed, (unsigned long long)more);
        text = grow(text, used + (size_t)length + 1, &room, 1);
        memcpy(text + used, end, (size_t)length + 1);
        *size = used + (size_t)length;
        return text;
    }
    text = grow(text, used + 1, &room, 1);
    text[used] = '\0';
    *size = used;
    return text;
}

void interleave_outcome(const void *bytes, size_t size)
{
    observed = grow(observed, size + 1, &observed_room, 1);
    memcpy(observed, bytes, size);
    observed_size = size;
}

const void *output_observed(size_t *size)
{
    *size = observed_size;
    return observed;
}

/* What was captured is only added to: its length is all that must be saved. */
void output_pieces(void)
{
    if (observed_size > 0 || kept.wanted)
        checkpoint_refuse();
}
