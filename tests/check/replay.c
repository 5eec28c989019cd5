/* replay.c - a failing schedule again, from its id.
 *
 * "3-12-0101": the row, then what interleave makes of the choices (the gcc
 * that built the program, one character a choice). A row that is tried with
 * several inputs or teams says which one was it: "3.2-12-0101".
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/session.h"

const char *replay_parse(const char *id, int *row, int *number, const char **rest)
{
    char *end;
    if (!isdigit((unsigned char)*id))
        return "a replay id starts with the number of a test, as in 3-12-0101";
    *row = (int)strtol(id, &end, 10);
    *number = 0;
    if (*end == '.' && isdigit((unsigned char)end[1]))
        *number = (int)strtol(end + 1, &end, 10) - 1;
    if (*end != '-' || *row < 1 || *row >= MOST_TESTS || *number < 0)
        return "a replay id is a test's number, a dash, and the schedule, as in 3-12-0101";
    *rest = end + 1;
    return NULL;
}

char *replay_make(const struct test *test, const struct finding *finding)
{
    char *schedule = choices_id(&finding->choices), *id = NULL;
    char part[16] = "";
    if (finding->at.number > 0)
        snprintf(part, sizeof part, ".%d", finding->at.number + 1);
    if (schedule && asprintf(&id, "%d%s-%s", test->number, part, schedule) < 0)
        id = NULL;
    free(schedule);
    return id;
}

/* One schedule cannot tell WRONG from ATOMICITY: that takes all of them. The
 * runtime needs that search anyway, to know what the id's steps are. */
static bool right_in_some(struct child *child, const struct test_case *at)
{
    struct question question = case_question(at);
    struct reply reply = {0};
    struct death death;
    struct finding finding = {.verdict = PASS};
    if (question.kind != ASK_EVERY || child_ask(child, &question, &reply, &death) != 0)
        return false;
    if (reply.kind == REPLY_ANSWER)
        judge_case(at, &reply, &finding);
    bool some = finding.verdict == ATOMICITY;
    finding_free(&finding);
    reply_free(&reply);
    return some;
}

static void judge_replay(struct session *session, struct test *test, const struct test_case *at,
                         struct reply *reply, bool some_right)
{
    struct finding finding = {.verdict = PASS, .at = *at};
    if (reply->kind != REPLY_ANSWER || reply->answer.outcome_count == 0) {
        const char *why = reply->kind == REPLY_ANSWER ? reply->answer.message : reply->text;
        char words[512];
        snprintf(words, sizeof words, "[internal] %.480s", why ? why : "no outcome");
        test_fail(test, INTERNAL, words, "");
        return;
    }
    session_open_places(session);
    judge_case(at, reply, &finding);
    finding.pictured = true;
    if (some_right && finding.verdict == WRONG)
        finding.verdict = ATOMICITY;
    if (finding.verdict == PASS) {
        test->status = TEST_PASSED;
        test->verdict = PASS;
        test->headline = strdup("nothing goes wrong in this schedule");
    } else {
        explain_verdict(&finding, session->chapter);
        test_fail(test, finding.verdict, finding.headline, finding.explanation);
    }
    test->line =
        picture_mark(&reply->trace, &finding,
                     reply->answer.race_count ? &reply->answer.races[0] : NULL, session->source);
    test->picture = picture_lanes(&reply->trace, test->row, false);
    test->picture_ascii = picture_lanes(&reply->trace, test->row, true);
    test->replay = strdup(session->replay);
    finding_free(&finding);
}

void run_replay(struct session *session, struct test *test)
{
    int row = 0, number = 0;
    const char *rest = "";
    struct choices choices = {0};
    struct child child;
    struct reply reply = {0};
    struct death death;
    replay_parse(session->replay, &row, &number, &rest);
    choices_read(rest, &choices);
    struct test_case at = case_of(test->row, number);
    struct question question = case_question(&at);
    question.kind = ASK_ONE;
    question.choices = &choices;
    question.traced = true;
    question.with_units = true;
    if (child_start(&child, &session->exam) != 0) {
        test_fail(test, INTERNAL, "[internal] no process could be started", "");
        choices_free(&choices);
        return;
    }
    bool some_right = right_in_some(&child, &at);
    if (child_ask(&child, &question, &reply, &death) == 0)
        judge_replay(session, test, &at, &reply, some_right);
    else
        test_fail(test, death.verdict, death.message, "");
    child_end(&child);
    reply_free(&reply);
    choices_free(&choices);
}
