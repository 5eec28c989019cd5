/* news.c - what a turn of the search found, as bytes for another process.
 *
 * Only what changed something in the process that ran the turn is written: what
 * told that process nothing new tells the search nothing new. Both processes
 * have the program at the same addresses, so places are pointers.
 */
#include <stdlib.h>
#include <string.h>

#include "interleave/jobs.h"
#include "interleave/race.h"

enum kind { OUTCOME, RACE_SEEN, MESSAGE, LEARNT };

/* Each part begins at a multiple of this. */
#define ALIGN sizeof(uint64_t)

static size_t rounded(size_t size) { return (size + ALIGN - 1) / ALIGN * ALIGN; }

static void put(struct news *news, const void *part, size_t size)
{
    size_t whole = rounded(size);
    if (news->size + whole > news->room) {
        news->room = 2 * (news->size + whole);
        news->bytes = realloc(news->bytes, news->room);
        if (!news->bytes)
            abort();
    }
    memset(news->bytes + news->size, 0, whole);
    if (size)
        memcpy(news->bytes + news->size, part, size);
    news->size += whole;
}

static void put_kind(struct news *news, enum kind kind) { put(news, &kind, sizeof kind); }

void news_outcome(struct news *news, const struct outcome *outcome)
{
    put_kind(news, OUTCOME);
    put(news, outcome, sizeof *outcome);
    put(news, outcome->choices.thread, (size_t)outcome->choices.count * sizeof(int));
    put(news, outcome->bytes, outcome->size);
    put(news, outcome->output, outcome->output_size);
}

void news_race(struct news *news, const struct race *race)
{
    put_kind(news, RACE_SEEN);
    put(news, race, sizeof *race);
}

void news_message(struct news *news, const char *text)
{
    size_t size = strlen(text) + 1;
    put_kind(news, MESSAGE);
    put(news, &size, sizeof size);
    put(news, text, size);
}

void news_learnt(struct news *news)
{
    struct learnt learnt;
    learnt_save(&learnt);
    put_kind(news, LEARNT);
    put(news, &learnt, sizeof learnt);
}

/* ---- reading ------------------------------------------------------------------- */

struct reader {
    char *at;
};

static void *get(struct reader *reader, size_t size)
{
    void *part = reader->at;
    reader->at += rounded(size);
    return part;
}

static void tell_outcome(struct reader *reader, struct found *found)
{
    struct outcome outcome;
    memcpy(&outcome, get(reader, sizeof outcome), sizeof outcome);
    outcome.choices.thread = get(reader, (size_t)outcome.choices.count * sizeof(int));
    outcome.bytes = get(reader, outcome.size);
    outcome.output = get(reader, outcome.output_size);
    found_take(found, &outcome);
}

static void tell_message(struct reader *reader, struct tally *tally)
{
    size_t size;
    memcpy(&size, get(reader, sizeof size), sizeof size);
    const char *text = get(reader, size);
    if (!tally->message)
        tally->message = strdup(text);
}

void news_tell(const struct news *news, struct tally *tally)
{
    struct reader reader = {news->bytes};
    while (reader.at < news->bytes + news->size) {
        enum kind kind;
        memcpy(&kind, get(&reader, sizeof kind), sizeof kind);
        switch (kind) {
        case OUTCOME:
            tell_outcome(&reader, &tally->found);
            break;
        case RACE_SEEN:
            found_race(&tally->found, get(&reader, sizeof(struct race)));
            break;
        case MESSAGE:
            tell_message(&reader, tally);
            break;
        case LEARNT:
            learnt_restore(get(&reader, sizeof(struct learnt)));
            break;
        }
    }
}
