/* racy.c - what a search learns, and starts again with: words of plain memory that
 * were raced on and are scheduling points from then on; loads that begin an
 * atomic update.
 */
#include <string.h>

#include "interleave/hash.h"
#include "interleave/race.h"

static uintptr_t words[MAX_RACY_WORDS * 2];
int racy_words;
bool racy_filter[RACY_FILTER];

static unsigned place(uintptr_t word)
{
    unsigned i = (unsigned)(hash_mix(word, 7) % (MAX_RACY_WORDS * 2UL));
    while (words[i] && words[i] != word)
        i = (i + 1) % (MAX_RACY_WORDS * 2);
    return i;
}

/* Of many words each would be looked for: each that is known is looked at instead. */
static bool any_between(uintptr_t first, uintptr_t last)
{
    for (int i = 0; i < MAX_RACY_WORDS * 2; i++)
        if (words[i] && words[i] >= first && words[i] <= last)
            return true;
    return false;
}

bool racy_search(uintptr_t address, size_t size)
{
    uintptr_t first = address >> 3, last = (address + size - 1) >> 3;
    if (last - first > MAX_RACY_WORDS)
        return any_between(first, last);
    for (uintptr_t word = first; word <= last; word++)
        if (racy_filter[word % RACY_FILTER] && words[place(word)])
            return true;
    return false;
}

bool racy_add(uintptr_t address, size_t size)
{
    bool fresh = false;
    for (uintptr_t word = address >> 3; word <= (address + size - 1) >> 3; word++) {
        unsigned i = place(word);
        if (words[i] || racy_words >= MAX_RACY_WORDS)
            continue;
        words[i] = word;
        racy_filter[word % RACY_FILTER] = true;
        racy_words++;
        fresh = true;
    }
    return fresh;
}

void racy_clear(void)
{
    memset(words, 0, sizeof words);
    memset(racy_filter, 0, sizeof racy_filter);
    racy_words = 0;
}

/* gcc gives the load no line of its own: the update's place is its exchange. */
static struct update updates[MAX_RACY_WORDS];
static int update_count;

void update_learn(const void *load, const void *exchange)
{
    int i = 0;
    while (i < update_count && updates[i].load != load)
        i++;
    if (i == MAX_RACY_WORDS)
        return;
    updates[i] = (struct update){load, exchange};
    update_count += i == update_count;
}

const void *update_of_load(const void *load)
{
    for (int i = 0; i < update_count; i++)
        if (updates[i].load == load)
            return updates[i].exchange;
    return NULL;
}

void learnt_save(struct learnt *into)
{
    memcpy(into->words, words, sizeof words);
    into->word_count = racy_words;
    memcpy(into->updates, updates, sizeof updates);
    into->update_count = update_count;
}

void learnt_restore(const struct learnt *from)
{
    memcpy(words, from->words, sizeof words);
    memset(racy_filter, 0, sizeof racy_filter);
    for (int i = 0; i < MAX_RACY_WORDS * 2; i++)
        racy_filter[words[i] % RACY_FILTER] |= words[i] != 0;
    racy_words = from->word_count;
    memcpy(updates, from->updates, sizeof updates);
    update_count = from->update_count;
}
