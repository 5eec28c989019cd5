#include "interleave/environment.h"

#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <omp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "interleave/environment_places.h"

#define DEFAULTS                                                                                   \
    {                                                                                              \
        .schedule = omp_sched_dynamic, .chunk = 1, .max_levels = 1,                                \
        .allocator = omp_default_mem_alloc, .wait_policy = -1,                                     \
        .affinity_format = "level %L thread %i affinity %A"                                        \
    }

struct environment environment = DEFAULTS;

int by_level(const struct by_level *list, int level, int otherwise)
{
    if (list->count == 0)
        return otherwise;
    return list->at[level < list->count ? level : list->count - 1];
}

/* ---- pieces of a value ------------------------------------------------------------ */

/* A place in the text of a value. */
struct reading {
    const char *at;
};

static void skip_space(struct reading *r)
{
    while (isspace((unsigned char)*r->at))
        r->at++;
}

static bool at_end(struct reading *r)
{
    skip_space(r);
    return *r->at == '\0';
}

static bool take(struct reading *r, char sign)
{
    skip_space(r);
    if (*r->at != sign)
        return false;
    r->at++;
    return true;
}

static bool take_word(struct reading *r, const char *word)
{
    skip_space(r);
    size_t length = strlen(word);
    if (strncasecmp(r->at, word, length) != 0 || isalpha((unsigned char)r->at[length]) ||
        r->at[length] == '_')
        return false;
    r->at += length;
    return true;
}

/* Which of the words stands there, or -1. */
static int take_one_of(struct reading *r, const char *const *words)
{
    for (int i = 0; words[i]; i++)
        if (take_word(r, words[i]))
            return i;
    return -1;
}

static bool take_number(struct reading *r, long least, long most, long *number)
{
    skip_space(r);
    if (!isdigit((unsigned char)*r->at))
        return false;
    char *end;
    errno = 0;
    *number = strtol(r->at, &end, 10);
    r->at = end;
    return errno == 0 && *number >= least && *number <= most;
}

/* ---- kinds of values ----------------------------------------------------------------- */

static void complain(const char *name, const char *text, const char *wanted)
{
    fprintf(stderr, "interleave: %s=%s is not understood: %s is wanted; the default holds\n", name,
            text, wanted);
}

static bool value_of(const char *name, struct reading *r)
{
    r->at = getenv(name);
    return r->at != NULL;
}

static bool read_flag(const char *name, bool *flag)
{
    static const char *const words[] = {"false", "true", NULL};
    struct reading r;
    if (!value_of(name, &r))
        return false;
    const char *text = r.at;
    int which = take_one_of(&r, words);
    if (which < 0 || !at_end(&r)) {
        complain(name, text, "true or false");
        return false;
    }
    *flag = which == 1;
    return true;
}

static bool read_number(const char *name, long least, int *number)
{
    struct reading r;
    long value;
    if (!value_of(name, &r))
        return false;
    const char *text = r.at;
    if (!take_number(&r, least, LONG_MAX, &value) || !at_end(&r)) {
        complain(name, text, least ? "a number from 1" : "a number from 0");
        return false;
    }
    *number = value > INT_MAX ? INT_MAX : (int)value;
    return true;
}

static int read_word(const char *name, const char *const *words, const char *wanted, int otherwise)
{
    struct reading r;
    if (!value_of(name, &r))
        return otherwise;
    const char *text = r.at;
    int which = take_one_of(&r, words);
    if (which >= 0 && at_end(&r))
        return which;
    complain(name, text, wanted);
    return otherwise;
}

/* Comma-separated numbers or words. */
static bool take_list(struct reading *r, const char *const *words, long least,
                      struct by_level *list)
{
    const int room = (int)(sizeof list->at / sizeof *list->at);
    do {
        long value = words ? take_one_of(r, words) : 0;
        if (words ? value < least : !take_number(r, least, INT_MAX, &value))
            return false;
        if (list->count < room)
            list->at[list->count++] = (int)value;
    } while (take(r, ','));
    return at_end(r);
}

/* ---- the variables -------------------------------------------------------------------- */

static void read_threads(void)
{
    struct reading r;
    struct by_level list = {.count = 0};
    if (!value_of("OMP_NUM_THREADS", &r))
        return;
    const char *text = r.at;
    if (take_list(&r, NULL, 1, &list))
        environment.threads = list;
    else
        complain("OMP_NUM_THREADS", text, "a number from 1, or a list like 4,2");
}

static void read_bind(void)
{
    static const char *const words[] = {"false",  "true",    "master", "close",
                                        "spread", "primary", NULL};
    struct reading r;
    struct by_level list = {.count = 0};
    if (!value_of("OMP_PROC_BIND", &r))
        return;
    const char *text = r.at;
    bool read = take_list(&r, words, 0, &list);
    for (int i = 0; i < list.count; i++) {
        read &= list.count == 1 || list.at[i] >= omp_proc_bind_master;
        if (list.at[i] == 5)
            list.at[i] = omp_proc_bind_primary;
    }
    if (read)
        environment.bind = list;
    else
        complain("OMP_PROC_BIND", text, "true, false, or a list of primary, close, spread");
}

static bool take_schedule(struct reading *r, int *schedule, int *chunk)
{
    static const char *const kinds[] = {"static", "dynamic", "guided", "auto", NULL};
    static const char *const modifiers[] = {"monotonic", "nonmonotonic", NULL};
    int modifier = take_one_of(r, modifiers);
    if (modifier >= 0 && !take(r, ':'))
        return false;
    int kind = take_one_of(r, kinds);
    if (kind < 0)
        return false;
    long size = kind > 0;
    if (take(r, ',') && !take_number(r, 0, INT_MAX, &size))
        return false;
    bool monotonic = modifier == 0 || (modifier < 0 && kind == 0);
    *schedule = (kind + 1) | (monotonic ? (int)omp_sched_monotonic : 0);
    *chunk = size == 0 && kind > 0 ? 1 : (int)size;
    return at_end(r);
}

static void read_schedule(void)
{
    struct reading r;
    int schedule, chunk;
    if (!value_of("OMP_SCHEDULE", &r))
        return;
    const char *text = r.at;
    if (take_schedule(&r, &schedule, &chunk)) {
        environment.schedule = schedule;
        environment.chunk = chunk;
    } else {
        complain("OMP_SCHEDULE", text,
                 "static, dynamic, guided or auto, with a chunk like dynamic,4,");
    }
}

static void read_levels(void)
{
    bool nested;
    if (read_number("OMP_MAX_ACTIVE_LEVELS", 0, &environment.max_levels)) {
        if (environment.max_levels > MOST_LEVELS)
            environment.max_levels = MOST_LEVELS;
    } else if (read_flag("OMP_NESTED", &nested)) {
        environment.max_levels = nested ? MOST_LEVELS : 1;
    } else if (environment.threads.count > 1 || environment.bind.count > 1) {
        environment.max_levels = MOST_LEVELS;
    }
}

static void read_stack_size(void)
{
    struct reading r;
    long size;
    if (!value_of("OMP_STACKSIZE", &r))
        return;
    const char *text = r.at;
    bool read = take_number(&r, 0, LONG_MAX >> 30, &size);
    unsigned shift = 10;
    const char units[] = "bkmg";
    skip_space(&r);
    const char *unit = *r.at ? strchr(units, tolower((unsigned char)*r.at)) : NULL;
    if (unit) {
        shift = (unsigned)(unit - units) * 10;
        r.at++;
    }
    if (read && at_end(&r))
        environment.stack_size = (unsigned long)size << shift;
    else
        complain("OMP_STACKSIZE", text, "a size like 512k or 8m");
}

const char *const environment_allocators[] = {
    "omp_default_mem_alloc", "omp_large_cap_mem_alloc", "omp_const_mem_alloc",
    "omp_high_bw_mem_alloc", "omp_low_lat_mem_alloc",   "omp_cgroup_mem_alloc",
    "omp_pteam_mem_alloc",   "omp_thread_mem_alloc",    NULL};
const char *const environment_offloads[] = {"default", "mandatory", "disabled", NULL};

static void read_words(void)
{
    static const char *const policies[] = {"passive", "active", NULL};
    environment.wait_policy =
        read_word("OMP_WAIT_POLICY", policies, "active or passive", environment.wait_policy);
    environment.allocator = read_word("OMP_ALLOCATOR", environment_allocators,
                                      "the name of a predefined allocator", 0) +
                            1;
    environment.target_offload =
        read_word("OMP_TARGET_OFFLOAD", environment_offloads, "default, mandatory or disabled", 0);
    const char *format = getenv("OMP_AFFINITY_FORMAT");
    if (format)
        snprintf(environment.affinity_format, sizeof environment.affinity_format, "%s", format);
}

static void read_places(void)
{
    const char *text = getenv("OMP_PLACES");
    if (text && !places_from(text))
        complain("OMP_PLACES", text, "threads, cores, sockets or a list like {0,1},{2:2}");
    bool unbound = environment.bind.count && environment.bind.at[0] == omp_proc_bind_false;
    if (unbound)
        environment.place_count = 0;
    else if (environment.place_count && !environment.bind.count)
        environment.bind = (struct by_level){.at = {omp_proc_bind_true}, .count = 1};
    else if (environment.bind.count && !environment.place_count)
        places_from("threads");
}

static void display(void)
{
    static const char *const words[] = {"false", "true", "verbose", NULL};
    int which = read_word("OMP_DISPLAY_ENV", words, "true, false or verbose", 0);
    if (which == 0)
        return;
    char *text =
        environment_text(environment.threads.count ? environment.threads.at[0] : 4, which == 2);
    fputs(text, stderr);
    free(text);
}

void environment_read(void)
{
    environment = (struct environment)DEFAULTS;
    read_threads();
    read_bind();
    read_schedule();
    read_levels();
    read_stack_size();
    read_words();
    read_places();
    read_flag("OMP_DYNAMIC", &environment.dynamic);
    read_flag("OMP_CANCELLATION", &environment.cancellation);
    read_flag("OMP_DISPLAY_AFFINITY", &environment.display_affinity);
    read_number("OMP_THREAD_LIMIT", 1, &environment.thread_limit);
    read_number("OMP_NUM_TEAMS", 1, &environment.teams);
    read_number("OMP_TEAMS_THREAD_LIMIT", 1, &environment.teams_thread_limit);
    read_number("OMP_DEFAULT_DEVICE", 0, &environment.default_device);
    read_number("OMP_MAX_TASK_PRIORITY", 0, &environment.max_task_priority);
    display();
}
