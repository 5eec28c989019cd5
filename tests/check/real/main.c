/* main.c - stage 5: the rows of stage 2 on real threads.
 *
 * Linked with one exercise's check.c, one submission and libgomp, and never
 * with interleave: it tests that what interleave calls right is right on the
 * runtime that everybody else uses. What it sees depends on luck, so it never
 * judges a learner. The judges are the very same (seen.c).
 *
 *     program            stage 2's rows, 20 times each
 *     program 1000       stage 3's too, 1000 times each: how often luck shows a fault
 *     program times      stage 4's, with one thread and with two: see times.c
 *
 * Prints a tally, a line an outcome. Exit 0 when all were right, else 1.
 */
#include <omp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "check/check.h"
#include "check/observed.h"
#include "check/real/real.h"
#include "check/seen.h"

/* ---- What a body may call -------------------------------------------------------- */

/* Bodies may report from inside a region. */
static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;

static struct observed observed;
static int64_t units[64];

/* Memory of one run, freed after it. */
static struct block {
    struct block *next;
    _Alignas(64) unsigned char bytes[];
} * blocks;

static void *new_block(size_t size)
{
    size_t whole = (sizeof(struct block) + size + 63) & ~(size_t)63;
    struct block *block = aligned_alloc(64, whole);
    if (!block) {
        fputs("real: out of memory\n", stderr);
        exit(70);
    }
    memset(block, 0, whole);
    block->next = blocks;
    blocks = block;
    return block->bytes;
}

void *observed_room(size_t size) { return new_block(size); }

void *scratch(size_t size)
{
    pthread_mutex_lock(&one_at_a_time);
    void *bytes = new_block(size);
    pthread_mutex_unlock(&one_at_a_time);
    return bytes;
}

static void put(enum observed_type type, const char *name, const void *value, size_t size)
{
    pthread_mutex_lock(&one_at_a_time);
    observed_put(&observed, type, name, value, size);
    pthread_mutex_unlock(&one_at_a_time);
}

void observe(const char *name, long long value) { put(OBSERVED_VALUE, name, &value, sizeof value); }

void observe_double(const char *name, double value)
{
    put(OBSERVED_DOUBLE, name, &value, sizeof value);
}

void observe_text(const char *name, const char *text)
{
    put(OBSERVED_TEXT, name, text, text ? strlen(text) + 1 : 0);
}

void observe_ints(const char *name, const int *values, int count)
{
    put(OBSERVED_INTS, name, values, count > 0 ? (size_t)count * sizeof *values : 0);
}

void watch_memory(const char *name, const void *address, size_t size, char type)
{
    (void)name;
    (void)address;
    (void)size;
    (void)type;
}

/* Time is not judged here: the units are counted, a little is really done. */
void work(int amount)
{
    int thread = omp_get_thread_num();
    if (amount <= 0 || timed_work(amount))
        return;
    __atomic_fetch_add(&units[thread < 64 ? thread : 63], amount, __ATOMIC_RELAXED);
    for (volatile int i = 0; i < 50 * amount && i < 5000; i++)
        continue;
}

void pause_for(int amount)
{
    struct timespec short_while = {.tv_nsec = amount > 100 ? 100000 : 1000L * amount};
    if (amount > 0)
        nanosleep(&short_while, NULL);
}

void pause_briefly(void) { nanosleep(&(struct timespec){.tv_nsec = 1000}, NULL); }

void step(const char *label) { (void)label; }

int locks_open(void) { return 0; /* libgomp does not count them */ }

int choose_any(int n)
{
    (void)n;
    return 0;
}

/* Rows with a given schedule are not run here, and no other row needs these. */
static _Noreturn void not_here(const char *what)
{
    fprintf(stderr, "real: %s belongs to rows with a given schedule\n", what);
    exit(70);
}

void *submitted_symbol(const char *name) { not_here(name); }
size_t submitted_size(const char *name) { not_here(name); }
void turn(struct turns *turns, int thread, int steps)
{
    (void)turns;
    (void)thread;
    (void)steps;
    not_here("turn");
}
void turns_from_letters(struct turns *turns, const char *text, int threads)
{
    (void)turns;
    (void)text;
    (void)threads;
    not_here("turns_from_letters");
}
void refuse(struct turns *turns, const char *format, ...)
{
    (void)turns;
    not_here(format);
}

/* ---- PER_RUN variables -------------------------------------------------------------- */

extern unsigned char __start_per_run[] __attribute__((weak));
extern unsigned char __stop_per_run[] __attribute__((weak));

static void restore_per_run(void)
{
    static unsigned char *copy;
    // cppcheck-suppress comparePointers ; the linker's bounds of one section
    size_t size = __start_per_run ? (size_t)(__stop_per_run - __start_per_run) : 0;
    if (size == 0)
        return;
    if (!copy && (copy = malloc(size)) != NULL)
        memcpy(copy, __start_per_run, size);
    else if (copy)
        memcpy(__start_per_run, copy, size);
}

/* ---- Rows ------------------------------------------------------------------------------ */

void begin_run(int team)
{
    for (struct block *next; blocks; blocks = next) {
        next = blocks->next;
        free(blocks);
    }
    observed = (struct observed){0};
    memset(units, 0, sizeof units);
    restore_per_run();
    omp_set_dynamic(0);
    omp_set_num_threads(team);
}

#define MOST_FAULTS 16

/* How often each of the judge's sentences was said in one case. */
struct tally {
    int right, wrong;
    struct {
        char headline[256];
        int times;
    } faults[MOST_FAULTS];
};

static void count_fault(struct tally *tally, const char *message)
{
    int size = (int)strcspn(message, "\n");
    char headline[256];
    tally->wrong++;
    snprintf(headline, sizeof headline, "%.*s", size, message);
    for (int i = 0; i < MOST_FAULTS; i++) {
        if (tally->faults[i].times > 0 && strcmp(tally->faults[i].headline, headline) != 0)
            continue;
        strcpy(tally->faults[i].headline, headline);
        tally->faults[i].times++;
        return;
    }
}

static void run_once(const struct row *row, const void *input, int team, struct tally *tally)
{
    static struct seen seen;
    long long sum = 0;
    begin_run(team);
    row->body(input);
    for (int i = 0; i < 64; i++)
        sum += units[i];
    observe(OBSERVED_WORK, sum);
    memset(&seen, 0, sizeof seen);
    seen.bytes = observed.bytes;
    seen.size = observed.size;
    seen.team = team;
    seen.units_known = true;
    memcpy(seen.units, units, sizeof units);
    seen_judge(&seen, row->judge, input);
    if (seen.internal[0]) {
        fprintf(stderr, "real: [internal] %s\n", seen.internal);
        exit(70);
    }
    if (seen.faulted)
        count_fault(tally, seen.message);
    else
        tally->right++;
}

static void print_tally(const struct row *row, const struct tally *tally)
{
    int rounds = tally->right + tally->wrong;
    printf("%s: ", row->name);
    if (tally->wrong == 0)
        printf("right in all %d runs\n", rounds);
    else
        printf("right in %d of %d runs\n", tally->right, rounds);
    for (int i = 0; i < MOST_FAULTS && tally->faults[i].times > 0; i++)
        printf("    %d of %d runs: %s\n", tally->faults[i].times, rounds,
               tally->faults[i].headline);
}

/* Every input with every team; false when a run was wrong. */
static bool run_row(const struct row *row, int rounds)
{
    static const int usual[] = {4, 0};
    int inputs = row->input_count > 0 ? row->input_count : 1;
    struct tally tally = {0};
    for (int i = 0; i < inputs; i++)
        for (const int *team = row->teams ? row->teams : usual; *team > 0; team++) {
            const void *input =
                row->inputs ? (const char *)row->inputs + (size_t)i * row->input_size : NULL;
            for (int round = 0; round < rounds; round++)
                run_once(row, input, *team, &tally);
        }
    print_tally(row, &tally);
    return tally.wrong == 0;
}

static bool is_run(const struct row *row, bool luck)
{
    return !row->schedule && (row->stage == ONE_SCHEDULE || (luck && row->stage == EVERY_SCHEDULE));
}

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "times") == 0)
        return print_times();
    int rounds = argc > 1 ? atoi(argv[1]) : 20, rows = 0;
    bool right = true;
    for (const struct row *row = exercise.rows; row->name; row++)
        if (is_run(row, argc > 1)) {
            right &= run_row(row, rounds > 0 ? rounds : 1);
            rows++;
        }
    if (rows == 0)
        puts("here the schedule is the answer: real threads make their own");
    return right ? 0 : 1;
}
