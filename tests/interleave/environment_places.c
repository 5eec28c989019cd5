#include "interleave/environment_places.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "interleave/environment.h"

/* The text from here on, and what was read so far. */
struct reading {
    const char *at;
    unsigned long places[MOST_PLACES];
    int count;
};

static bool take(struct reading *r, char sign)
{
    while (isspace((unsigned char)*r->at))
        r->at++;
    if (*r->at != sign)
        return false;
    r->at++;
    return true;
}

static bool take_number(struct reading *r, long *number)
{
    char *end;
    *number = strtol(r->at, &end, 10);
    bool read = end != r->at;
    r->at = end;
    while (isspace((unsigned char)*r->at))
        r->at++;
    return read;
}

/* After a number or a place: how many, and how far apart. */
static bool take_interval(struct reading *r, long *count, long *stride)
{
    *count = *stride = 1;
    if (!take(r, ':'))
        return true;
    if (!take_number(r, count) || *count < 1 || *count > MOST_PLACES)
        return false;
    return !take(r, ':') || take_number(r, stride);
}

/* A processor, or some at equal distances. */
static bool take_processors(struct reading *r, unsigned long *set)
{
    long first, count, stride;
    bool without = take(r, '!');
    if (!take_number(r, &first) || !take_interval(r, &count, &stride))
        return false;
    for (long i = 0; i < count; i++) {
        long processor = first + i * stride;
        if (processor < 0 || processor >= MOST_PLACES)
            return false;
        unsigned long bit = 1UL << processor;
        *set = without ? *set & ~bit : *set | bit;
    }
    return true;
}

static bool take_place(struct reading *r, unsigned long *set)
{
    *set = 0;
    if (!take(r, '{'))
        return take_processors(r, set);
    do
        if (!take_processors(r, set))
            return false;
    while (take(r, ','));
    return take(r, '}') && *set != 0;
}

static unsigned long shifted(unsigned long set, long by) { return by < 0 ? set >> -by : set << by; }

static void without_place(struct reading *r, unsigned long set)
{
    int kept = 0;
    for (int i = 0; i < r->count; i++)
        if (r->places[i] != set)
            r->places[kept++] = r->places[i];
    r->count = kept;
}

/* {0,1}, or {0,1}:4:2, or !{2,3}. */
static bool take_places(struct reading *r)
{
    unsigned long set;
    long count, stride;
    bool without = take(r, '!');
    if (!take_place(r, &set) || !take_interval(r, &count, &stride))
        return false;
    if (without)
        without_place(r, set);
    for (long i = 0; !without && i < count; i++) {
        if (r->count == MOST_PLACES || labs(i * stride) >= MOST_PLACES)
            return false;
        r->places[r->count++] = shifted(set, i * stride);
    }
    return true;
}

/* threads, cores(2): each a processor; sockets: all of them are one. */
static bool take_name(struct reading *r)
{
    static const struct {
        const char *name;
        bool all;
    } names[] = {{"threads", false},
                 {"cores", false},
                 {"sockets", true},
                 {"ll_caches", true},
                 {"numa_domains", true}};
    size_t which = 0, length = 0;
    for (; which < sizeof names / sizeof *names; which++) {
        length = strlen(names[which].name);
        if (strncasecmp(r->at, names[which].name, length) == 0)
            break;
    }
    if (which == sizeof names / sizeof *names)
        return false;
    r->at += length;
    long most = PROCESSORS;
    if (take(r, '(') && (!take_number(r, &most) || most < 1 || !take(r, ')')))
        return false;
    int there = names[which].all ? 1 : PROCESSORS;
    for (int i = 0; i < there && i < most; i++)
        r->places[r->count++] = names[which].all ? (1UL << PROCESSORS) - 1 : 1UL << i;
    return true;
}

bool places_from(const char *text)
{
    struct reading r = {.at = text};
    while (isspace((unsigned char)*r.at))
        r.at++;
    if (isalpha((unsigned char)*r.at)) {
        if (!take_name(&r))
            return false;
    } else {
        do
            if (!take_places(&r))
                return false;
        while (take(&r, ','));
    }
    if (!take(&r, '\0') || r.count == 0)
        return false;
    memcpy(environment.places, r.places, sizeof r.places);
    environment.place_count = r.count;
    return true;
}

static void write_place(FILE *out, unsigned long set)
{
    bool first = true;
    for (int i = 0; i < MOST_PLACES; i++) {
        int end = i;
        while (end < MOST_PLACES && set >> end & 1)
            end++;
        if (end == i)
            continue;
        fprintf(out, "%s%d", first ? "" : ",", i);
        if (end - i > 1)
            fprintf(out, ":%d", end - i);
        first = false;
        i = end;
    }
}

void places_write(FILE *out)
{
    fputs("  OMP_PLACES = '", out);
    for (int i = 0; i < environment.place_count; i++) {
        fputs(i ? ",{" : "{", out);
        write_place(out, environment.places[i]);
        fputc('}', out);
    }
    fputs("'\n", out);
}
