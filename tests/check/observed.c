/* observed.c - what a body observed, as bytes. */
#include "check/observed.h"

#include <stdint.h>
#include <string.h>

#define HEAD 2u /* type and length of the name */
#define SIZE_BYTES 4u
#define LONGEST_NAME 250u

struct record {
    const unsigned char *start, *name, *value;
    size_t name_size, value_size, size;
};

/* The record at the start of size bytes; false when it does not fit. */
static bool record_at(const unsigned char *bytes, size_t size, struct record *record)
{
    uint32_t value_size;
    if (size < HEAD || size < HEAD + bytes[1] + SIZE_BYTES)
        return false;
    record->start = bytes;
    record->name = bytes + HEAD;
    record->name_size = bytes[1];
    memcpy(&value_size, record->name + record->name_size, SIZE_BYTES);
    record->value = record->name + record->name_size + SIZE_BYTES;
    record->value_size = value_size;
    record->size = HEAD + record->name_size + SIZE_BYTES + value_size;
    return record->size <= size;
}

static int compare(const struct record *record, const char *name, size_t name_size)
{
    size_t common = record->name_size < name_size ? record->name_size : name_size;
    int order = memcmp(record->name, name, common);
    return order ? order : (int)record->name_size - (int)name_size;
}

static void make_room(struct observed *all, size_t more)
{
    if (all->room - all->size >= more)
        return;
    size_t room = 2 * (all->size + more) + 256;
    unsigned char *grown = observed_room(room);
    if (all->size > 0)
        memcpy(grown, all->bytes, all->size);
    all->bytes = grown;
    all->room = room;
}

void observed_put(struct observed *all, enum observed_type type, const char *name,
                  const void *value, size_t size)
{
    size_t name_size = strlen(name) < LONGEST_NAME ? strlen(name) : LONGEST_NAME;
    size_t need = HEAD + name_size + SIZE_BYTES + size, at = 0, old = 0;
    uint32_t value_size = (uint32_t)size;
    struct record record;
    make_room(all, need);
    while (record_at(all->bytes + at, all->size - at, &record)) {
        int order = compare(&record, name, name_size);
        if (order == 0)
            old = record.size;
        if (order >= 0)
            break;
        at += record.size;
    }
    unsigned char *here = all->bytes + at;
    memmove(here + need, here + old, all->size - at - old);
    here[0] = (unsigned char)type;
    here[1] = (unsigned char)name_size;
    memcpy(here + HEAD, name, name_size);
    memcpy(here + HEAD + name_size, &value_size, SIZE_BYTES);
    if (size > 0)
        memcpy(here + HEAD + name_size + SIZE_BYTES, value, size);
    all->size += need - old;
}

bool observed_sound(const void *bytes, size_t size)
{
    const unsigned char *at = bytes;
    struct record record;
    while (size > 0) {
        if (!record_at(at, size, &record))
            return false;
        if (*at == OBSERVED_TEXT && record.value_size > 0 &&
            memchr(record.value, 0, record.value_size) != record.value + record.value_size - 1)
            return false;
        if (*at == OBSERVED_RECORDS && !observed_sound(record.value, record.value_size))
            return false;
        at += record.size;
        size -= record.size;
    }
    return true;
}

bool observed_find(const void *bytes, size_t size, enum observed_type type, const char *name,
                   const void **value, size_t *value_size)
{
    const unsigned char *at = bytes;
    struct record record;
    size_t unit = type == OBSERVED_INTS                               ? sizeof(int)
                  : type == OBSERVED_TEXT || type == OBSERVED_RECORDS ? 1
                                                                      : 8;
    while (size > 0 && record_at(at, size, &record)) {
        if (compare(&record, name, strlen(name)) == 0) {
            *value = record.value;
            *value_size = record.value_size;
            return *at == type && record.value_size % unit == 0 &&
                   (unit != 8 || record.value_size == 8);
        }
        at += record.size;
        size -= record.size;
    }
    return false;
}
