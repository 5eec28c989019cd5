#include "interleave/step.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/engine.h"
#include "interleave/exclusion.h"
#include "interleave/explore.h"
#include "interleave/places.h"
#include "interleave/record.h"

static struct stepping {
    struct policy policy;
    struct step_person *person;
    struct stand stands[MAX_THREADS];
    int *past; /* the choices to follow before the person is asked */
    int count, room, at;
    bool runs_on; /* the rest follows the first schedule */
    bool undone, quit;
} stepping;

/* ---- who stands before what --------------------------------------------------------- */

static void name_object(const struct step *step, char *name, size_t room)
{
    if (!variable_name(step->object, step->size, name, room))
        snprintf(name, room, "shared data");
}

static void describe_step(const struct step *step, char *text, size_t room)
{
    static const char *const verbs[] = {
        [STEP_READ] = "reads", [STEP_WRITE] = "writes", [STEP_UPDATE] = "updates"};
    char name[80];
    switch (step->kind) {
    case STEP_READ:
    case STEP_WRITE:
    case STEP_UPDATE:
        name_object(step, name, sizeof name);
        snprintf(text, room, "%s %s", verbs[step->kind], name);
        break;
    case STEP_ACQUIRE:
    case STEP_TRY:
    case STEP_RELEASE:
        lock_name(step->object, name, sizeof name);
        snprintf(text, room, "%s %s",
                 step->kind == STEP_ACQUIRE ? "takes"
                 : step->kind == STEP_TRY   ? "tries"
                                            : "gives back",
                 name);
        break;
    case STEP_START:
        snprintf(text, room, "the task begins");
        break;
    case STEP_LABEL:
        snprintf(text, room, "%s", step->label ? step->label : "");
        break;
    default:
        text[0] = '\0';
    }
}

static void describe_wait(const struct thread *thread, char *text, size_t room)
{
    static const char *const whats[] = {[WAIT_NONE] = "",
                                        [WAIT_BARRIER] = "waits at a barrier",
                                        [WAIT_JOIN] = "waits for its team",
                                        [WAIT_ORDERED] = "waits for its turn",
                                        [WAIT_COPYPRIVATE] = "waits for the single",
                                        [WAIT_CHANGE] = "waits for a change",
                                        [WAIT_TASK] = "waits for a task"};
    snprintf(text, room, "%s",
             (size_t)thread->waits < sizeof whats / sizeof *whats ? whats[thread->waits] : "waits");
}

/* Threads that have begun and are not over; the one that waits for its team is
 * in it itself, or sleeps meanwhile: it is no news. */
static int look(uint64_t enabled)
{
    int count = 0;
    for (int slot = 0; slot < order_slots && slot < MAX_THREADS; slot++) {
        struct thread *thread = &stage.threads[slot];
        bool stands = thread->state == THREAD_STANDING;
        bool waits = thread->state == THREAD_SPINNING ||
                     (thread->state == THREAD_BLOCKED && thread->waits != WAIT_JOIN);
        if (!stands && !waits)
            continue;
        struct stand *stand = &stepping.stands[count++];
        struct place place = place_of(stands ? thread->next.pc : thread->waits_pc);
        *stand = (struct stand){.thread = slot,
                                .can = enabled >> slot & 1,
                                .line = place.line,
                                .file = place.file,
                                .text = place.text};
        struct thread *self = stage.self;
        stage.self = thread; /* names are those that it knows */
        if (stands)
            describe_step(&thread->next, stand->does, sizeof stand->does);
        else
            describe_wait(thread, stand->does, sizeof stand->does);
        stage.self = self;
        if (stands && !stand->can)
            snprintf(stand->does, sizeof stand->does,
                     thread->next.kind == STEP_START ? "the task waits for a free thread"
                                                     : "waits for the lock");
    }
    return count;
}

/* ---- the policy ------------------------------------------------------------------------- */

static void remember(int choice)
{
    if (stepping.count == stepping.room) {
        stepping.room = stepping.room ? 2 * stepping.room : 64;
        stepping.past = realloc(stepping.past, (size_t)stepping.room * sizeof *stepping.past);
        if (!stepping.past)
            abort();
    }
    stepping.past[stepping.count++] = choice;
    stepping.at = stepping.count;
}

static bool is_possible(const struct step_view *view, uint64_t enabled, int answer)
{
    if (view->values > 0)
        return answer >= 0 && answer < view->values;
    return answer >= 0 && answer < MAX_THREADS && enabled >> answer & 1;
}

static int take_back(void)
{
    stepping.count--;
    stepping.undone = true;
    return POLICY_STOP;
}

static int ask_person(struct step_view *view, uint64_t enabled)
{
    record_settle();
    view->trace = stage.trace;
    view->stands = stepping.stands;
    view->count = look(enabled);
    view->taken = stepping.count;
    for (;;) {
        int answer = stepping.person->choose(stepping.person, view);
        if (answer == STEP_UNDO && stepping.count > 0)
            return take_back();
        if (answer == STEP_QUIT) {
            stepping.quit = true;
            return POLICY_STOP;
        }
        if (answer == STEP_RUN_ON)
            stepping.runs_on = true;
        if (answer == STEP_RUN_ON)
            return view->first;
        if (is_possible(view, enabled, answer)) {
            remember(answer);
            return answer;
        }
    }
}

static int next_choice(struct step_view *view, uint64_t enabled)
{
    if (stepping.at < stepping.count && is_possible(view, enabled, stepping.past[stepping.at]))
        return stepping.past[stepping.at++];
    stepping.count = stepping.at; /* what does not fit any more is asked anew */
    return stepping.runs_on ? view->first : ask_person(view, enabled);
}

static int step_choose(struct policy *policy, uint64_t enabled, int last)
{
    (void)policy;
    struct step_view view = {.first = first_choice(enabled, last)};
    int slot = next_choice(&view, enabled);
    if (slot != POLICY_STOP)
        path_add(slot);
    return slot;
}

static int step_value(struct policy *policy, int n)
{
    (void)policy;
    struct step_view view = {.values = n};
    int value = next_choice(&view, 0);
    if (value != POLICY_STOP)
        path_add(value);
    return value;
}

/* ---- all of it ------------------------------------------------------------------------------ */

/* What a step is, is learnt as for replay, so that the id fits. */
static int learn(const struct ask *ask, struct answer *answer)
{
    int failed = interleave_explore(ask, answer);
    if (failed)
        return failed;
    run_learnt(ask);
    answer_free(answer);
    return 0;
}

static void run_once(const struct ask *ask, struct trace *trace)
{
    explore_prepare(ask);
    stage.trace = trace;
    stage.explain = true;
    stepping.at = 0;
    stepping.undone = stepping.quit = false;
    path_begin();
    first_begin();
    stage_run(ask->body, ask->input, &stepping.policy);
    stage.trace = NULL;
    stage.explain = false;
}

int interleave_step(const struct ask *ask, struct step_person *person, struct answer *answer,
                    struct trace *trace, struct choices *taken, bool *quit)
{
    if (learn(ask, answer))
        return -1;
    stepping.policy = (struct policy){.choose = step_choose, .value = step_value};
    stepping.person = person;
    stepping.count = 0;
    stepping.runs_on = false;
    for (;;) {
        run_once(ask, trace);
        if (stepping.undone)
            continue;
        *taken = path_copy();
        *quit = stepping.quit;
        if (stepping.quit) {
            *answer = (struct answer){.verdict = UNDECIDED, .worst = -1};
            return 0;
        }
        run_answer(answer);
        int next = person->ended ? person->ended(person, answer, trace, taken) : 0;
        if (next != STEP_UNDO || (stepping.count == 0 && !stepping.runs_on))
            return stage.ending == END_UNSUPPORTED ? -1 : 0;
        if (!stepping.runs_on)
            stepping.count--;
        stepping.runs_on = false;
        answer_free(answer);
        choices_free(taken);
    }
}
