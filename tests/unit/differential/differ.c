#include "unit/differential/differ.h"

#include <dlfcn.h>
#include <stdarg.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/engine.h"
#include "interleave/explore.h"
#include "interleave/places.h"
#include "interleave/race.h"

static struct {
    void *handle;
    int *variables[VARIABLES], *seen;
} loaded;

const char *differ_load(const char *path)
{
    const char *why = interleave_load(path, true);
    if (why)
        return why;
    loaded.handle = dlopen(path, RTLD_NOW | RTLD_NOLOAD);
    char name[] = "v0";
    for (int i = 0; i < VARIABLES; i++, name[1]++)
        loaded.variables[i] = dlsym(loaded.handle, name);
    loaded.seen = dlsym(loaded.handle, "seen");
    return loaded.seen ? NULL : "no variable seen";
}

/* ---- asking ---------------------------------------------------------------- */

typedef int function(void);

static function *function_of(const struct program *program, bool bounded)
{
    char name[64];
    snprintf(name, sizeof name, "%s_%" PRIu64, bounded ? "bounded" : "program", program->seed);
    function *found;
    *(void **)&found = dlsym(loaded.handle, name);
    return found;
}

static void body(const void *input)
{
    function *program;
    memcpy(&program, &input, sizeof program);
    program();
    int state[STATE];
    for (int i = 0; i < VARIABLES; i++)
        state[i] = *loaded.variables[i];
    memcpy(state + VARIABLES, loaded.seen, (size_t)ROWS * SLOTS * sizeof *state);
    interleave_outcome(state, sizeof state);
}

static struct ask ask_of(const struct program *program, bool bounded)
{
    struct ask ask = {.body = body};
    function *asked = function_of(program, bounded);
    memcpy(&ask.input, &asked, sizeof asked);
    return ask;
}

/* In the place of the product's random schedules, which would find in small
 * programs whatever an engine misses: the first schedule, once. */
static struct engine once;

static int once_choose(struct policy *policy, uint64_t enabled, int last)
{
    (void)policy;
    int slot = first_choice(enabled, last);
    path_add(slot);
    return slot;
}

static int once_value(struct policy *policy, int n)
{
    (void)policy;
    (void)n;
    path_add(0);
    return 0;
}

static void once_begin(struct engine *engine)
{
    (void)engine;
    path_begin();
    first_begin();
}

static bool once_ended(struct engine *engine, int outcome)
{
    (void)engine;
    (void)outcome;
    return false;
}

struct engine *engine_random(void)
{
    once = (struct engine){.policy = {.choose = once_choose, .value = once_value},
                           .name = "once",
                           .begin = once_begin,
                           .ended = once_ended};
    return &once;
}

/* ---- comparing ----------------------------------------------------------------- */

static struct {
    const struct program *program;
    FILE *out;
    int count;
} report;

static void differs(const char *format, ...) __attribute__((format(printf, 1, 2)));

static void differs(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fprintf(report.out, "%" PRIu64 " differs: ", report.program->seed);
    vfprintf(report.out, format, arguments);
    fputc('\n', report.out);
    va_end(arguments);
    report.count++;
}

static bool same_outcome(const struct outcome *a, const struct outcome *b)
{
    return a->verdict == b->verdict && a->exit_status == b->exit_status && a->signal == b->signal &&
           a->size == b->size && a->output_size == b->output_size &&
           (a->size == 0 || memcmp(a->bytes, b->bytes, a->size) == 0) &&
           (a->output_size == 0 || memcmp(a->output, b->output, a->output_size) == 0);
}

static const struct outcome *outcome_in(const struct answer *answer, const struct outcome *outcome)
{
    for (int i = 0; i < answer->outcome_count; i++)
        if (same_outcome(&answer->outcomes[i], outcome))
            return &answer->outcomes[i];
    return NULL;
}

static void print_state(const struct outcome *outcome, FILE *out)
{
    const int *state = outcome->bytes;
    for (size_t i = 0; i < outcome->size / sizeof *state; i++)
        fprintf(out, "%s%d", i == VARIABLES ? "/" : i < VARIABLES ? " " : ".", state[i]);
}

/* What one has and the other has not. */
static void lacks(const char *who, const struct answer *is, const struct answer *wanted)
{
    for (int i = 0; i < wanted->outcome_count; i++) {
        const struct outcome *outcome = &wanted->outcomes[i];
        if (outcome_in(is, outcome) || (naive_doubts && outcome->verdict == ENDLESS))
            continue;
        char *id = choices_id(&outcome->choices);
        differs("%s lacks %s %d, schedule %s", who, verdict_name(outcome->verdict),
                outcome->exit_status, id);
        free(id);
        return;
    }
}

static bool same_place(const struct access *a, const struct access *b)
{
    return place_of(a->pc).line == place_of(b->pc).line && a->write == b->write &&
           a->atomic == b->atomic;
}

static bool same_places(const struct race *a, const struct race *b)
{
    return (same_place(&a->first, &b->first) && same_place(&a->second, &b->second)) ||
           (same_place(&a->first, &b->second) && same_place(&a->second, &b->first));
}

static void lacks_race(const char *who, const struct answer *is, const struct answer *wanted)
{
    for (int i = 0; i < wanted->race_count; i++) {
        bool found = false;
        for (int k = 0; k < is->race_count; k++)
            found |= same_places(&is->races[k], &wanted->races[i]);
        if (!found)
            differs("%s lacks the race on %s of lines %d, %d", who, wanted->races[i].name,
                    place_of(wanted->races[i].first.pc).line,
                    place_of(wanted->races[i].second.pc).line);
    }
}

static void compare_counts(const struct naive *naive, const struct answer *answer)
{
    if (!answer->counted) {
        differs("states did not count");
        return;
    }
    if (answer->schedules != naive->answer.schedules)
        differs("states counts %" PRIu64 " schedules of %" PRIu64, answer->schedules,
                naive->answer.schedules);
    for (int i = 0; i < answer->outcome_count; i++) {
        const struct outcome *there = outcome_in(&naive->answer, &answer->outcomes[i]);
        if (there && there->schedules != answer->outcomes[i].schedules)
            differs("outcome %d has %" PRIu64 " schedules of %" PRIu64, i,
                    answer->outcomes[i].schedules, there->schedules);
    }
}

static void replay_all(const struct ask *ask, const struct answer *answer)
{
    for (int i = 0; i < answer->outcome_count; i++) {
        const struct outcome *outcome = &answer->outcomes[i];
        char *id = choices_id(&outcome->choices);
        struct choices choices;
        struct answer again = {0};
        const char *why = choices_read(id, &choices);
        if (i == answer->outcome_count - 1)
            run_forget(); /* as a process that has not searched */
        if (!why)
            interleave_run(ask, &choices, outcome->verdict != ENDLESS, &again, NULL);
        bool same = again.outcome_count == 1 && same_outcome(&again.outcomes[0], outcome);
        if (!same && outcome->verdict != ENDLESS)
            differs("schedule %s replayed: %s", id,
                    why             ? why
                    : again.message ? again.message
                                    : "another outcome");
        choices_free(&choices);
        answer_free(&again);
        free(id);
    }
}

/* The engines, against the naive search of the same scheduling points. */
static void compare(const char *who, unsigned engine, const struct naive *naive)
{
    struct ask ask = ask_of(report.program, false);
    ask.engine = engine;
    struct answer answer;
    interleave_explore(&ask, &answer);
    bool waits = program_waits(report.program);
    bool unfinished = engine == ENGINE_DPOR && waits && !answer.complete;
    if (!answer.complete && !unfinished)
        differs("%s is not complete: %s", who, answer.message ? answer.message : "");
    bool doubt = naive_doubts && answer.verdict == ENDLESS;
    if (answer.complete && !doubt && answer.verdict != naive->answer.verdict)
        differs("%s says %s, not %s", who, verdict_name(answer.verdict),
                verdict_name(naive->answer.verdict));
    if (racy_words != naive->words && !unfinished)
        differs("%s schedules %d words, not %d", who, racy_words, naive->words);
    if (!unfinished) {
        lacks(who, &answer, &naive->answer);
        lacks_race(who, &answer, &naive->answer);
    }
    lacks("naive", &naive->answer, &answer);
    lacks_race("naive", &naive->answer, &answer);
    if (engine == ENGINE_STATES && !waits && answer.complete)
        compare_counts(naive, &answer);
    bool renamed = /* threads have numbers as they are created: classes look more than they are */
        program_has(report.program, TASK) || program_has(report.program, TASKLOOP) ||
        program_has(report.program, NESTED);
    if (engine == ENGINE_DPOR && !waits && !renamed && answer.executions < naive->classes)
        differs("dpor ran %" PRIu64 " of %" PRIu64 " classes", answer.executions, naive->classes);
    if (engine == ENGINE_BOTH)
        replay_all(&ask, &answer);
    answer_free(&answer);
}

/* Everything shared a scheduling point from the start: no outcome more. */
static void compare_visible(const struct naive *naive, uint64_t limit)
{
    struct extent all[VARIABLES + 1];
    for (int i = 0; i < VARIABLES; i++)
        all[i] = (struct extent){(uintptr_t)loaded.variables[i], sizeof(int)};
    struct ask ask = ask_of(report.program, program_waits(report.program));
    struct naive visible;
    if (naive_search(&ask, all, VARIABLES, limit, &visible)) {
        lacks("racy words only", &naive->answer, &visible.answer);
        lacks("every word", &visible.answer, &naive->answer);
        lacks_race("racy words only", &naive->answer, &visible.answer);
        lacks_race("every word", &visible.answer, &naive->answer);
    }
    answer_free(&visible.answer);
}

int differ_program(const struct program *program, uint64_t limit, FILE *out)
{
    report.program = program;
    report.out = out;
    report.count = 0;
    bool waits = program_waits(program);
    naive_doubts = program_has(program, BACK_OFF); /* between its two locks it must go round */
    struct ask ask = ask_of(program, waits);
    struct naive naive;
    if (!naive_search(&ask, NULL, 0, limit, &naive)) {
        fprintf(out, "program %" PRIu64 " dropped\n", program->seed);
        answer_free(&naive.answer);
        return 0;
    }
    fprintf(out, "program %" PRIu64 " %s outcomes %d schedules %" PRIu64 " classes %" PRIu64 "\n",
            program->seed, verdict_name(naive.answer.verdict), naive.answer.outcome_count,
            naive.answer.schedules, naive.classes);
    compare("dpor", ENGINE_DPOR, &naive);
    compare("states", ENGINE_STATES, &naive);
    compare("both", ENGINE_BOTH, &naive);
    compare_visible(&naive, limit);
    answer_free(&naive.answer);
    return report.count;
}

/* Executions of a search whose words are compared: most programs have fewer. */
enum { MOST_ANSWERED = 10000 };

/* ---- what is told ------------------------------------------------------------------ */

void differ_answer(const struct program *program, FILE *out)
{
    struct ask ask = ask_of(program, false);
    struct answer answer;
    ask.max_executions = MOST_ANSWERED;
    interleave_explore(&ask, &answer);
    fprintf(out, "%" PRIu64 " %s %d %d %" PRIu64 " %" PRIu64 " %s\n", program->seed,
            verdict_name(answer.verdict), answer.complete, answer.counted, answer.schedules,
            answer.executions, answer.message ? answer.message : "");
    for (int i = 0; i < answer.outcome_count; i++) {
        const struct outcome *outcome = &answer.outcomes[i];
        char *id = choices_id(&outcome->choices);
        fprintf(out, "  %s %d %" PRIu64 " %s %s", verdict_name(outcome->verdict),
                outcome->exit_status, outcome->schedules, id,
                outcome->message ? outcome->message : "");
        print_state(outcome, out);
        fprintf(out, " %s\n", outcome->output);
        free(id);
    }
    for (int i = 0; i < answer.race_count; i++)
        fprintf(out, "  %s %d %d %d %d\n", answer.races[i].name,
                place_of(answer.races[i].first.pc).line, place_of(answer.races[i].second.pc).line,
                answer.races[i].first.number, answer.races[i].second.number);
    answer_free(&answer);
}

void differ_outcomes(const struct program *program, FILE *out)
{
    if (program_weak(program) || program_has(program, EXIT) || program_has(program, PRINT))
        return;
    struct ask ask = ask_of(program, false);
    struct answer answer;
    ask.max_executions = MOST_ANSWERED;
    interleave_explore(&ask, &answer);
    bool ends = answer.complete && (answer.verdict == PASS || answer.verdict == VARIES);
    for (int i = 0; ends && i < answer.outcome_count; i++) {
        fprintf(out, "%" PRIu64 " outcome", program->seed);
        print_state(&answer.outcomes[i], out);
        fputc('\n', out);
    }
    answer_free(&answer);
}
