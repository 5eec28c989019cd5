/* row.c - one row: its cases go to the child, their replies to the judge.
 *
 * A case is an input with a team. The gravest finding of all cases is the
 * row's, of equals the first. Its schedule is then run once more, recorded, for
 * the picture; if it does not come to the same, that is our fault and said so.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/session.h"

/* What the row came to so far. */
struct run {
    struct session *session;
    struct test *test;
    struct child child;
    struct finding worst;
    struct reply shown; /* of the worst case */
    bool lost;          /* the child is no more */
    int widest;
};

/* ---- Cases --------------------------------------------------------------------- */

static const int usual_teams[] = {4, 0};

static const int *teams_of(const struct row *row) { return row->teams ? row->teams : usual_teams; }

static int team_count(const struct row *row)
{
    int count = 0;
    while (teams_of(row)[count] > 0)
        count++;
    return count;
}

int case_count(const struct row *row)
{
    return (row->input_count > 0 ? row->input_count : 1) * team_count(row);
}

struct test_case case_of(const struct row *row, int number)
{
    int teams = team_count(row), input = number / teams;
    return (struct test_case){
        .row = row,
        .number = number,
        .input_number = input,
        .input = row->inputs ? (const char *)row->inputs + (size_t)input * row->input_size : NULL,
        .team = teams_of(row)[number % teams],
    };
}

struct question case_question(const struct test_case *at)
{
    struct question question = {.kind = ASK_ONE,
                                .row = at->row,
                                .input = at->input,
                                .team = at->team,
                                .cores = at->row->cores ? at->row->cores : 4};
    if (at->row->schedule)
        question.kind = ASK_TURNS;
    else if (at->row->stage == EVERY_SCHEDULE)
        question.kind = ASK_EVERY;
    else if (at->row->stage == FOUR_CORES)
        question.kind = ASK_MACHINE;
    return question;
}

/* ---- Findings --------------------------------------------------------------------- */

void test_fail(struct test *test, enum verdict verdict, const char *headline,
               const char *explanation)
{
    test->status = TEST_FAILED;
    test->verdict = verdict;
    free(test->headline);
    free(test->explanation);
    test->headline = strdup(headline);
    test->explanation = strdup(explanation);
}

static struct finding finding_of(const struct test_case *at, enum verdict verdict,
                                 const char *message)
{
    struct finding finding = {.verdict = verdict, .at = *at, .outcome = -1, .race = -1};
    char words[2048];
    lane_words(at->row, message, words, sizeof words);
    split_message(&finding, words);
    return finding;
}

/* A schedule of the learner's that the program could not follow. */
static bool could_not_follow(const struct reply *reply)
{
    return reply->answer.outcome_count == 0 && reply->answer.message;
}

static struct finding weigh(struct run *run, const struct test_case *at, struct question *question,
                            struct reply *reply)
{
    struct finding finding;
    char words[512];
    switch (reply->kind) {
    case REPLY_UNABLE:
        snprintf(words, sizeof words, "[internal] %.480s", reply->text ? reply->text : "");
        return finding_of(at, INTERNAL, words);
    case REPLY_REFUSED:
        return finding_of(at, WRONG, reply->text ? reply->text : "");
    case REPLY_MISSING:
        snprintf(words, sizeof words,
                 "the file does not define %.200s\n"
                 "It must not be static, and its name must be spelled as in the header.",
                 reply->text ? reply->text : "");
        return finding_of(at, BUILD, words);
    default:
        break;
    }
    if (reply->answer.race_count > 0 || reply->traced)
        session_open_places(run->session);
    if (question->kind == ASK_TURNS && could_not_follow(reply))
        return finding_of(at, WRONG, reply->answer.message);
    if (!judge_case(at, reply, &finding) && !question->with_units) {
        struct death death;
        question->with_units = true;
        reply_free(reply);
        if (child_ask(&run->child, question, reply, &death) == 0)
            return weigh(run, at, question, reply);
        run->lost = true;
        return finding_of(at, death.verdict, death.message);
    }
    if (question->kind == ASK_MACHINE)
        judge_speedup(at, reply, &finding);
    return finding;
}

static void add_counts(struct test *test, const struct reply *reply)
{
    const struct answer *answer = &reply->answer;
    bool first = !test->explored;
    test->explored = true;
    test->counted = (first || test->counted) && answer->counted;
    test->complete = (first || test->complete) && answer->complete;
    test->schedules = answer->schedules > UINT64_MAX - test->schedules
                          ? UINT64_MAX
                          : test->schedules + answer->schedules;
    test->executions += answer->executions;
}

/* The graver finding is kept, of equals the first; replies go with them. */
static void keep_worst(struct run *run, struct finding *finding, struct reply *reply, bool first)
{
    if (first || finding->verdict < run->worst.verdict) {
        finding_free(&run->worst);
        reply_free(&run->shown);
        run->worst = *finding;
        run->shown = *reply;
    } else {
        finding_free(finding);
        reply_free(reply);
    }
}

static void try_cases(struct run *run)
{
    const struct row *row = run->test->row;
    for (int i = 0; i < case_count(row) && !run->lost; i++) {
        struct test_case at = case_of(row, i);
        struct question question = case_question(&at);
        question.max_executions = run->session->max_executions;
        struct reply reply = {0};
        struct death death;
        struct finding finding;
        if (child_ask(&run->child, &question, &reply, &death) == 0) {
            finding = weigh(run, &at, &question, &reply);
            if (reply.answer.widest_team > run->widest)
                run->widest = reply.answer.widest_team;
            if (reply.kind == REPLY_ANSWER)
                add_counts(run->test, &reply);
        } else {
            run->lost = true;
            finding = finding_of(&at, death.verdict, death.message);
        }
        keep_worst(run, &finding, &reply, i == 0);
        if (run->worst.verdict <= RACE || run->worst.verdict == ENDLESS)
            return; /* nothing is graver; or each case would take as long again */
    }
}

/* ---- The picture --------------------------------------------------------------------- */

static bool same_outcome(const struct outcome *a, const struct outcome *b)
{
    return a->verdict == b->verdict &&
           (a->verdict != PASS || (a->size == b->size && memcmp(a->bytes, b->bytes, a->size) == 0));
}

static const struct race *race_of(const struct run *run)
{
    int race = run->worst.race;
    return race >= 0 && race < run->shown.answer.race_count ? &run->shown.answer.races[race] : NULL;
}

/* Draws a recorded schedule into the test. */
static void draw(struct run *run, struct trace *trace)
{
    struct test *test = run->test;
    session_open_places(run->session);
    test->line = picture_mark(trace, &run->worst, race_of(run), run->session->source);
    if (!run->worst.pictured)
        return;
    test->picture = picture_lanes(trace, test->row, false);
    test->picture_ascii = picture_lanes(trace, test->row, true);
}

/* Runs the finding's schedule again, and holds it against what was found. */
static void record(struct run *run)
{
    struct question question = case_question(&run->worst.at);
    struct reply again = {0};
    struct death death;
    const struct outcome *found = &run->shown.answer.outcomes[run->worst.outcome];
    question.kind = ASK_ONE;
    question.max_executions = run->session->max_executions;
    question.traced = true;
    question.choices = run->test->row->stage == EVERY_SCHEDULE ? &run->worst.choices : NULL;
    if (child_ask(&run->child, &question, &again, &death) != 0)
        return;
    if (again.kind == REPLY_ANSWER && again.answer.outcome_count > 0 &&
        !same_outcome(found, &again.answer.outcomes[0])) {
        test_fail(run->test, INTERNAL,
                  "[internal] a failing schedule came out differently "
                  "when it was run again",
                  "");
    } else if (again.traced) {
        draw(run, &again.trace);
    }
    reply_free(&again);
}

static void show(struct run *run)
{
    struct test *test = run->test;
    if (run->shown.machine_known) {
        test->machine_known = true;
        test->machine = run->shown.machine;
        test->gantt = picture_gantt(&run->shown.trace, test->row, false);
        test->gantt_ascii = picture_gantt(&run->shown.trace, test->row, true);
    }
    if (run->worst.outcome < 0 || test->status != TEST_FAILED || run->lost)
        return;
    if (run->worst.verdict == ENDLESS && run->shown.answer.outcomes[run->worst.outcome].steps == 0)
        return; /* no schedule to draw, and it would take as long again */
    if (run->worst.has_choices && test->row->stage == EVERY_SCHEDULE)
        test->replay = replay_make(test, &run->worst);
    if (test->row->schedule)
        draw(run, &run->shown.trace);
    else if (!run->shown.machine_known)
        record(run);
}

/* ---- The row ----------------------------------------------------------------------------- */

/* "Seen with a team of 3, on input 2 of 4." when the row has several. */
static void say_case(struct finding *finding)
{
    const struct row *row = finding->at.row;
    bool teams = team_count(row) > 1, inputs = row->input_count > 1;
    if (finding->verdict == PASS || finding->verdict == INTERNAL || (!teams && !inputs))
        return;
    char team[64] = "", input[64] = "";
    if (teams)
        snprintf(team, sizeof team, " with a team of %d", finding->at.team);
    if (inputs)
        snprintf(input, sizeof input, " on input %d of %d", finding->at.input_number + 1,
                 row->input_count);
    explain(finding, "Seen%s%s.", team, input);
}

static void test_take(struct session *session, struct test *test, struct finding *finding)
{
    enum verdict wanted = test->row->pass_on ? test->row->pass_on : PASS;
    if (finding->verdict == wanted) {
        test->status = TEST_PASSED;
        test->verdict = PASS;
        return;
    }
    if (finding->verdict == PASS) {
        finding->verdict = WRONG;
        snprintf(finding->headline, sizeof finding->headline,
                 "right in every schedule; here %s is wanted", verdict_name(wanted));
        snprintf(finding->explanation, sizeof finding->explanation, "%s means: %s.",
                 verdict_name(wanted), verdict_meaning(wanted));
    }
    explain_verdict(finding, session->chapter);
    say_case(finding);
    test_fail(test, finding->verdict, finding->headline, finding->explanation);
}

static void find_serial(struct run *run)
{
    const struct row *row = run->test->row;
    if (run->worst.verdict != PASS || row->stage != EVERY_SCHEDULE || row->serial_is_fine ||
        run->widest > 1)
        return;
    run->worst.verdict = SERIAL;
    split_message(&run->worst, "no two threads ever ran: there was nothing to interleave");
}

/* A crash where the compiler has warned of a variable without a value. */
static void say_unset(struct session *session, const struct test *test)
{
    char place[64], sentence[512];
    const char *words = session->compiler ? session->compiler : "";
    if (test->verdict != CRASH || test->line <= 0)
        return;
    snprintf(place, sizeof place, ".c:%d:", test->line);
    for (const char *at = words; (at = strstr(at, place)) != NULL; at += strlen(place)) {
        int length = (int)strcspn(at, "\n");
        const char *name = strchr(at, '\''), *end = name ? strchr(name + 1, '\'') : NULL;
        const char *says = strstr(at, "uninitialized");
        if (!end || !says || says - at >= length || end - at >= length)
            continue;
        snprintf(sentence, sizeof sentence,
                 "The compiler's warning says why: in line %d, %.*s has no value yet. A private "
                 "variable begins without one in each thread, whatever it was before.",
                 test->line, (int)(end - name - 1), name + 1);
        session_feedback(session, sentence);
        return;
    }
}

void run_row(struct session *session, struct test *test)
{
    struct run run = {.session = session, .test = test};
    if (child_start(&run.child, &session->exam) != 0) {
        test_fail(test, INTERNAL, "[internal] no process could be started", "");
        return;
    }
    try_cases(&run);
    find_serial(&run);
    test_take(session, test, &run.worst);
    show(&run);
    if (run.shown.machine_known && test->status == TEST_FAILED) {
        char sentence[256];
        machine_says(&run.shown.machine, sentence, sizeof sentence);
        if (*sentence && !strstr(test->explanation, sentence + 1))
            session_feedback(session, sentence);
    }
    say_unset(session, test);
    child_end(&run.child);
    finding_free(&run.worst);
    reply_free(&run.shown);
}
