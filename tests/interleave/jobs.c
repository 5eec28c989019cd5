/* jobs.c - the two engines of a search in a process each.
 *
 * Both processes begin as copies of one, so nothing is sent at first. The second
 * process runs the first engine and writes down each turn in a pipe; this one
 * runs the second engine ahead while it waits for that, and keeps its turns until
 * it is their time. Each turn counts from zero; what it learnt (words that become
 * scheduling points) is written down with it and put back.
 *
 * If the second process dies, this one, whose copy of the first engine stands
 * where both began, runs that engine's turns once more itself.
 */
#include "interleave/jobs.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "interleave/libc.h"
#include "interleave/race.h"
#include "interleave/reset.h"
#include "interleave/signals.h"

#define PIPE_BYTES (1 << 20) /* some thousand turns */

/* A turn that was run, of which the search has not heard yet. */
struct report {
    struct turn turn;
    struct tally tally; /* without found and message: they are among the news */
    struct news news;
    struct report *next;
};

static struct {
    bool on;
    pid_t child; /* 0: it is no more */
    int pipe;
    struct engine *engines[2];
    struct found own[2];  /* what each engine found in this process since */
    int before;           /* outcomes when it began */
    uint64_t told;        /* turns of the first engine that the search has heard of */
    struct report *ahead; /* turns of the second that it has not */
    bool over[2];         /* the engine has no more turns to run here */
    struct learnt learnt; /* when it began */
} apart;

bool jobs_apart(void) { return apart.on; }

/* ---- a turn ---------------------------------------------------------------------- */

static void run_turn(int engine, struct report *report)
{
    struct tally *tally = &report->tally;
    *report =
        (struct report){.tally = {.found = apart.own[engine], .before = apart.before, .widest = 1}};
    tally->found.news = &report->news;
    stage.default_team = stage.counts_threads = false;
    report->turn = explore_turn(apart.engines[engine], tally, UINT64_MAX);
    tally->default_team = stage.default_team;
    tally->counts_threads = stage.counts_threads;
    if (tally->message)
        news_message(&report->news, tally->message);
    free(tally->message);
    if (tally->restart) {
        news_learnt(&report->news);
        learnt_restore(&apart.learnt);
    }
    apart.own[engine] = tally->found;
    apart.own[engine].news = NULL;
    apart.over[engine] = report->turn.done || tally->restart || tally->unsupported;
}

/* The search hears of it. */
static struct turn tell(struct report *report, struct tally *tally)
{
    const struct tally *more = &report->tally;
    tally->steps += more->steps;
    tally->runs += more->runs;
    tally->latest = more->latest;
    if (more->widest > tally->widest)
        tally->widest = more->widest;
    tally->crowded |= more->crowded;
    tally->restart |= more->restart;
    tally->cut |= more->cut;
    tally->weak_atomics |= more->weak_atomics;
    tally->unsupported |= more->unsupported;
    tally->default_team |= more->default_team;
    tally->counts_threads |= more->counts_threads;
    news_tell(&report->news, tally);
    free(report->news.bytes);
    report->news.bytes = NULL;
    return report->turn;
}

/* ---- the second process ------------------------------------------------------------ */

static bool write_all(int fd, const void *bytes, size_t size)
{
    for (const char *at = bytes; size > 0;) {
        ssize_t done = write(fd, at, size);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return false;
        at += done;
        size -= (size_t)done;
    }
    return true;
}

static void leave(void) { _exit(70); }

/* It says nothing, and leaves nothing on the disk: all is done by the other. */
static _Noreturn void run_first_engine(const int ends[2])
{
    close(ends[0]); /* so that it ends when nobody reads any more */
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere < 0 || dup2(nowhere, 1) < 0 || dup2(nowhere, 2) < 0)
        leave();
    signals_outside = leave;
    signals_forked();
    reset_forked();
    libc_forked();
    while (!apart.over[0]) {
        struct report report;
        run_turn(0, &report);
        if (!write_all(ends[1], &report, sizeof report) ||
            !write_all(ends[1], report.news.bytes, report.news.size))
            leave();
        free(report.news.bytes);
    }
    _exit(0);
}

void jobs_begin(struct engine *const engines[2], struct tally *tally)
{
    int ends[2];
    if (!libc_may_fork() || pipe2(ends, O_CLOEXEC) != 0)
        return;
    fcntl(ends[1], F_SETPIPE_SZ, PIPE_BYTES);
    apart.engines[0] = engines[0];
    apart.engines[1] = engines[1];
    apart.before = tally->found.count;
    learnt_save(&apart.learnt);
    fflush(NULL);
    apart.child = fork();
    if (apart.child == 0)
        run_first_engine(ends);
    close(ends[1]);
    apart.pipe = ends[0];
    apart.on = apart.child > 0;
    if (!apart.on) {
        close(ends[0]);
        return;
    }
    tally->default_team = stage.default_team;
    tally->counts_threads = stage.counts_threads;
}

static void end_child(void)
{
    if (apart.child == 0)
        return;
    kill(apart.child, SIGKILL);
    while (waitpid(apart.child, NULL, 0) < 0 && errno == EINTR)
        ;
    close(apart.pipe);
    apart.child = 0;
}

/* ---- what it says ---------------------------------------------------------------------- */

static bool read_all(void *bytes, size_t size)
{
    for (char *at = bytes; size > 0;) {
        ssize_t got = read(apart.pipe, at, size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        at += got;
        size -= (size_t)got;
    }
    return true;
}

static bool read_report(struct report *report)
{
    if (!read_all(report, sizeof *report))
        return false;
    report->news.bytes = malloc(report->news.size + 1);
    if (!report->news.bytes)
        abort();
    if (read_all(report->news.bytes, report->news.size))
        return true;
    free(report->news.bytes);
    report->news.bytes = NULL;
    return false;
}

/* The first engine's turns again, up to what the search has heard of. */
static void catch_up(void)
{
    end_child();
    for (uint64_t i = 0; i < apart.told; i++) {
        struct report again;
        run_turn(0, &again);
        free(again.news.bytes);
    }
}

static bool has_spoken(void)
{
    struct pollfd one = {.fd = apart.pipe, .events = POLLIN};
    return poll(&one, 1, 0) != 0;
}

static void run_ahead(void)
{
    struct report **end = &apart.ahead, *report = malloc(sizeof *report);
    if (!report)
        abort();
    run_turn(1, report);
    while (*end)
        end = &(*end)->next;
    *end = report;
}

static struct turn first_turn(struct tally *tally)
{
    struct report report;
    while (apart.child && !apart.over[1] && !has_spoken())
        run_ahead();
    if (apart.child && !read_report(&report))
        catch_up();
    if (!apart.child)
        run_turn(0, &report);
    apart.told++;
    return tell(&report, tally);
}

static struct turn second_turn(struct tally *tally)
{
    if (!apart.ahead)
        run_ahead();
    struct report *report = apart.ahead;
    apart.ahead = report->next;
    struct turn turn = tell(report, tally);
    free(report);
    return turn;
}

struct turn jobs_turn(int engine, struct tally *tally)
{
    return engine == 0 ? first_turn(tally) : second_turn(tally);
}

/* ---- the end --------------------------------------------------------------------------- */

/* The graph names outcomes by their number here; those of turns that the search
 * has not heard of get any. */
static void rename_outcomes(struct found *found)
{
    const struct found *own = &apart.own[1];
    int *new_number = calloc((size_t)apart.before + (size_t)MAX_OUTCOMES, sizeof *new_number);
    if (!new_number)
        abort();
    for (int i = 0; i < apart.before; i++)
        new_number[i] = i;
    for (int i = 0; i < own->count; i++)
        new_number[apart.before + i] = found_number(found, &own->outcomes[i]);
    states_rename(new_number);
    free(new_number);
}

static void forget(void)
{
    while (apart.ahead) {
        struct report *next = apart.ahead->next;
        free(apart.ahead->news.bytes);
        free(apart.ahead);
        apart.ahead = next;
    }
    for (int i = 0; i < 2; i++) {
        found_outcomes_clear(&apart.own[i]);
        free(apart.own[i].outcomes);
        free(apart.own[i].races);
        found_free(&apart.own[i]);
    }
    memset(&apart, 0, sizeof apart);
}

void jobs_end(struct tally *tally)
{
    if (!apart.on)
        return;
    end_child();
    rename_outcomes(&tally->found);
    stage.default_team = tally->default_team;
    stage.counts_threads = tally->counts_threads;
    stage.steps = tally->latest;
    forget();
}
