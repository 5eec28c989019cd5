#include "interleave/output.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/bounds.h"
#include "interleave/hash.h"
#include "interleave/interleave.h"
#include "interleave/schedule.h"

static char *text;
static size_t used, room;
static uint64_t printed, more, most_printed = MAX_PRINTED;
static char *observed;
static size_t observed_size, observed_room;

void interleave_limit_output(size_t size)
{
    most_printed = size < MAX_PRINTED ? size : MAX_PRINTED;
}

void output_begin(void)
{
    used = 0;
    printed = more = 0;
    observed_size = 0;
}

static void make_room(char **block, size_t *have, size_t need)
{
    if (need <= *have)
        return;
    *have = need * 2;
    *block = realloc(*block, *have);
    if (!*block)
        abort();
}

void output_write(int stream, const void *bytes, size_t size)
{
    if (stream != 1)
        return;
    printed += size;
    stage.effort += size / 32;
    if (printed > most_printed)
        stage_end(most_printed < MAX_PRINTED ? END_CRASH : END_ENDLESS,
                  "more than %zu MiB were printed", (size_t)(most_printed >> 20));
    if (used + size > MAX_OUTPUT) { /* what is not kept still tells two outcomes apart */
        more = hash_block(bytes, size, more);
        return;
    }
    make_room(&text, &room, used + size + 1);
    memcpy(text + used, bytes, size);
    used += size;
}

const char *output_text(size_t *size)
{
    if (more) {
        char end[64];
        int length = snprintf(end, sizeof end, "\n[in all %llu bytes, checksum %016llx]",
                              (unsigned long long)printed, (unsigned long long)more);
        make_room(&text, &room, used + (size_t)length + 1);
        memcpy(text + used, end, (size_t)length + 1);
        *size = used + (size_t)length;
        return text;
    }
    make_room(&text, &room, used + 1);
    text[used] = '\0';
    *size = used;
    return text;
}

void interleave_outcome(const void *bytes, size_t size)
{
    make_room(&observed, &observed_room, size + 1);
    memcpy(observed, bytes, size);
    observed_size = size;
}

const void *output_observed(size_t *size)
{
    *size = observed_size;
    return observed;
}
