/* answering.c - the child's side: load, give up rights, answer.
 *
 * From the moment the submission is loaded, nothing that this process says is
 * believed; it only reports what it observed.
 */
#include "check/answering.h"

#include <link.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "check/body.h"
#include "check/sandbox.h"
#include "check/turns.h"
#include "interleave/places.h"
#include "interleave/signals.h"

/* Basic blocks of one execution: several times what the largest row of any
 * exercise takes. Beyond them: ENDLESS. */
#define MOST_STEPS UINT64_C(10000000)

/* Bytes of memory at once: no exercise takes a hundredth of it. */
#define MOST_HEAP ((size_t)64 << 20)
#define MOST_OUTPUT ((size_t)1 << 20) /* that the submission prints */

static struct reply reply; /* of the question at hand */
static int report;

static void send_reply(void)
{
    struct wire_out out = {0};
    reply_write(&out, &reply);
    if (!wire_send(&out, report))
        _exit(1);
}

static _Noreturn void send_last(enum reply_kind kind, const char *text)
{
    reply.kind = kind;
    reply.text = (char *)text;
    reply.machine_known = reply.traced = false;
    send_reply();
    _exit(0);
}

void answer_missing(const char *name) { send_last(REPLY_MISSING, name); }

/* Where the submission lies: its last segment's end is the span. */
static int find_submission(struct dl_phdr_info *info, size_t size, void *path)
{
    (void)size;
    if (strcmp(info->dlpi_name, path) != 0)
        return 0;
    reply.base = info->dlpi_addr;
    for (int i = 0; i < info->dlpi_phnum; i++)
        if (info->dlpi_phdr[i].p_type == PT_LOAD &&
            info->dlpi_phdr[i].p_vaddr + info->dlpi_phdr[i].p_memsz > reply.span)
            reply.span = info->dlpi_phdr[i].p_vaddr + info->dlpi_phdr[i].p_memsz;
    return 1;
}

static void load(const struct exam *exam)
{
    places_close(); /* the parent's, who looks for the submission elsewhere */
    const char *why = interleave_load(exam->check_path, false);
    if (!why)
        why = interleave_load(exam->submission_path, true);
    if (why)
        send_last(REPLY_UNABLE, why);
    interleave_limit_heap(MOST_HEAP);
    interleave_limit_output(MOST_OUTPUT);
    body_submission(exam->submission_path);
    dl_iterate_phdr(find_submission, (void *)exam->submission_path);
    if (exam->per_run_size > 0) {
        body_per_run(exam->per_run, exam->per_run_size);
        interleave_reset_also(exam->per_run, exam->per_run_size);
    }
}

/* Which data the threads share is learnt from a few executions before a given
 * schedule is followed; all of them are not needed for that. */
#define LEARNING_EXECUTIONS 64

static int visible_steps(const struct trace *trace)
{
    int steps = 0;
    for (int i = 0; i < trace->count; i++)
        steps += trace->events[i].visible;
    return steps;
}

/* The learner's answer is a pointer, and may be a wild one. */
static void answer_unreadable(void)
{
    send_last(REPLY_REFUSED,
              "the answer cannot be read: it points to memory that belongs to nothing\n"
              "A schedule of letters is written in double quotes, as in the header.");
}

/* Runs the schedule that the learner's answer spells. */
static int follow_turns(const struct question *question, const struct ask *ask)
{
    static struct turns turns;
    turns = (struct turns){0};
    signals_outside = answer_unreadable;
    question->row->schedule(question->input, &turns);
    signals_outside = NULL;
    if (turns.refused) {
        reply.kind = REPLY_REFUSED;
        reply.text = turns.message;
        return 0;
    }
    int failed = interleave_run(ask, &turns.choices, true, &reply.answer, &reply.trace);
    int steps = visible_steps(&reply.trace);
    if (failed == 0 && reply.answer.outcome_count > 0 && steps < turns.choices.count &&
        reply.answer.outcomes[0].verdict == PASS) {
        refuse(&turns, "the program is over after %d steps; the schedule has %d", steps,
               turns.choices.count);
        reply.kind = REPLY_REFUSED;
        reply.text = turns.message;
    }
    return failed;
}

static int ask_runtime(const struct question *question)
{
    struct ask ask = {
        .max_steps = MOST_STEPS,
        .body = body_run,
        .input = question->input,
        .team = question->team,
        .plain = question->row->schedule != NULL,
        .max_executions = question->row->schedule ? LEARNING_EXECUTIONS : question->max_executions,
    };
    switch (question->kind) {
    case ASK_EVERY:
        return interleave_explore(&ask, &reply.answer);
    case ASK_MACHINE:
        reply.machine.cores = question->cores;
        reply.machine_known = true;
        return interleave_machine(&ask, &reply.machine, &reply.answer, &reply.trace);
    case ASK_TURNS:
        return follow_turns(question, &ask);
    case ASK_ONE:
        break;
    }
    return interleave_run(&ask, question->choices, false, &reply.answer,
                          question->traced ? &reply.trace : NULL);
}

static void answer_one(const struct question *question)
{
    uint64_t base = reply.base, span = reply.span;
    reply = (struct reply){.base = base, .span = span, .kind = REPLY_ANSWER};
    reply.traced = question->traced || question->kind == ASK_TURNS;
    body_of(question->row, question->with_units);
    if (ask_runtime(question) < 0) {
        reply.kind = REPLY_UNABLE;
        reply.text = reply.answer.message ? reply.answer.message : "the runtime gave no reason";
        reply.machine_known = reply.traced = false;
    }
    if (reply.kind == REPLY_REFUSED)
        reply.traced = false;
    memcpy(reply.units, interleave_units(), sizeof reply.units);
    send_reply();
    answer_free(&reply.answer);
    trace_free(&reply.trace);
}

/* ---- Questions ------------------------------------------------------------------ */

void question_write(struct wire_out *out, const struct question *question)
{
    int count = question->choices ? question->choices->count : 0;
    wire_bytes(out, question, sizeof *question);
    wire_bytes(out, question->choices ? question->choices->thread : NULL,
               (size_t)count * sizeof(int));
}

/* Waits for the next one, for as long as the parent likes. */
static bool read_question(struct question *question, struct choices *choices)
{
    unsigned char *bytes;
    size_t size, choices_size;
    if (wire_receive(report, wire_now() + 1e6, &bytes, &size) != WIRE_MESSAGE)
        return false;
    struct wire_in in = {.at = bytes, .end = bytes + size};
    struct question *sent = wire_get_bytes(&in, &size);
    choices->thread = wire_get_bytes(&in, &choices_size);
    choices->count = (int)(choices_size / sizeof *choices->thread);
    bool good = wire_good(&in) && size == sizeof *question;
    if (good)
        *question = *sent;
    if (good && question->choices)
        question->choices = choices;
    free(sent);
    free(bytes);
    return good;
}

void answer_all(const struct exam *exam, int descriptor)
{
    struct question question;
    struct choices choices;
    report = sandbox_limits(descriptor);
    if (report < 0)
        _exit(1);
    load(exam);
    /* A kernel without filters: what the object may call has been checked. */
    (void)sandbox_close();
    while (read_question(&question, &choices)) {
        answer_one(&question);
        choices_free(&choices);
    }
    _exit(0);
}
