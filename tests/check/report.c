/* report.c - the JSON document that a checker writes. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "check/session.h"

/* Texts that came from the child or from the compiler may hold anything: what
 * is no UTF-8 or a control character is shown as '?'. */
static json_t *text(const char *from)
{
    json_t *value = from ? json_string(from) : json_string("");
    bool clean = value != NULL;
    for (const char *at = from; clean && at && *at; at++)
        clean = (unsigned char)*at >= ' ' ? *at != 0x7f : *at == '\n' || *at == '\t';
    if (clean)
        return value;
    json_decref(value);
    char *copy = strdup(from);
    for (char *at = copy; at && *at; at++)
        if (((unsigned char)*at < ' ' && *at != '\n' && *at != '\t') || (unsigned char)*at >= 0x7f)
            *at = '?';
    value = json_string(copy ? copy : "");
    free(copy);
    return value;
}

static json_t *text_or_null(const char *from) { return from ? text(from) : json_null(); }

/* Lines of a picture, without the empty one after the last. */
static json_t *lines(const char *picture)
{
    json_t *list = json_array();
    while (picture && *picture) {
        size_t size = strcspn(picture, "\n");
        char *line = strndup(picture, size);
        json_array_append_new(list, text(line));
        free(line);
        picture += size + (picture[size] == '\n');
    }
    return list;
}

static json_t *by_core(const uint64_t *values, int cores)
{
    json_t *list = json_array();
    for (int i = 0; i < cores; i++)
        json_array_append_new(list, json_real((double)values[i] / 1000));
    return list;
}

static json_t *shared_lines(const struct machine *machine)
{
    json_t *list = json_array();
    for (int i = 0; i < machine->line_count; i++) {
        const struct shared_line *from = &machine->lines[i];
        json_t *one = json_object(), *names = json_array();
        json_array_append_new(names, text(from->name[0]));
        json_array_append_new(names, text(from->name[1]));
        json_object_set_new(one, "variables", names);
        json_object_set_new(one, "transfers", json_integer((json_int_t)from->transfers));
        json_object_set_new(one, "cost", json_real((double)from->cost / 1000));
        json_object_set_new(one, "false_sharing", json_boolean(from->is_false));
        json_array_append_new(list, one);
    }
    return list;
}

static json_t *machine(const struct test *test)
{
    const struct machine *from = &test->machine;
    if (!test->machine_known)
        return json_null();
    json_t *to = json_object();
    json_object_set_new(to, "cores", json_integer(from->cores));
    json_object_set_new(to, "makespan", json_real((double)from->makespan / 1000));
    json_object_set_new(to, "speedup", json_real(machine_speedup(from)));
    json_object_set_new(to, "goal", json_real(test->row->speedup));
    json_object_set_new(to, "work", json_real((double)from->work / 1000));
    json_object_set_new(to, "span", json_real((double)from->span / 1000));
    json_object_set_new(to, "busy", by_core(from->busy, from->cores));
    json_object_set_new(to, "waiting", by_core(from->waiting, from->cores));
    json_object_set_new(to, "lock_waiting", json_real((double)from->lock_waiting / 1000));
    json_object_set_new(to, "lines", shared_lines(from));
    json_object_set_new(to, "gantt", lines(test->gantt));
    json_object_set_new(to, "gantt_ascii", lines(test->gantt_ascii));
    return to;
}

static json_t *one_test(const struct session *session, const struct test *test)
{
    static const char *const statuses[] = {"skipped", "passed", "failed"};
    json_t *to = json_object();
    json_object_set_new(to, "number", json_integer(test->number));
    json_object_set_new(to, "stage", json_integer(test->stage));
    json_object_set_new(to, "name", text(test->name));
    json_object_set_new(to, "points", json_integer(test->points));
    json_object_set_new(to, "status", json_string(statuses[test->status]));
    json_object_set_new(to, "verdict",
                        test->status == TEST_SKIPPED ? json_null()
                                                     : json_string(verdict_name(test->verdict)));
    json_object_set_new(to, "headline", text(test->headline));
    json_object_set_new(to, "explanation", text(test->explanation));
    json_object_set_new(to, "picture", lines(test->picture));
    json_object_set_new(to, "picture_ascii", lines(test->picture_ascii));
    json_object_set_new(to, "replay", text_or_null(test->replay));
    const char *name = strrchr(session->source, '/');
    json_object_set_new(to, "file", text(name ? name + 1 : session->source));
    json_object_set_new(to, "line", json_integer(test->line));
    json_object_set_new(to, "machine", machine(test));
    bool exact = test->counted && test->schedules <= INT64_MAX;
    json_object_set_new(to, "schedules",
                        exact ? json_integer((json_int_t)test->schedules) : json_null());
    json_object_set_new(to, "executions", json_integer((json_int_t)test->executions));
    json_object_set_new(to, "complete", json_boolean(test->complete));
    return to;
}

enum verdict session_verdict(const struct session *session)
{
    enum verdict worst = PASS;
    int stage = 0;
    for (int i = 0; i < session->test_count; i++) {
        const struct test *test = &session->tests[i];
        if (test->status != TEST_FAILED || (stage && test->stage > stage))
            continue;
        if (!stage || test->verdict < worst)
            worst = test->verdict;
        stage = test->stage;
    }
    return worst;
}

static json_t *document(const struct session *session)
{
    json_t *to = json_object(), *tests = json_array(), *feedback = json_array();
    int points = 0, score = 0;
    for (int i = 0; i < session->test_count; i++) {
        const struct test *test = &session->tests[i];
        points += test->points;
        score += test->status == TEST_PASSED ? test->points : 0;
        json_array_append_new(tests, one_test(session, test));
    }
    for (int i = 0; i < session->feedback_count; i++)
        json_array_append_new(feedback, text(session->feedback[i]));
    json_object_set_new(to, "exercise", text(session->name));
    json_object_set_new(to, "stars", json_integer(session->exam.exercise->stars));
    json_object_set_new(to, "points", json_integer(points));
    json_object_set_new(to, "score", json_integer(score));
    json_object_set_new(to, "verdict", json_string(verdict_name(session_verdict(session))));
    json_object_set_new(to, "tests", tests);
    json_object_set_new(to, "compiler", text(session->compiler));
    json_object_set_new(to, "feedback", feedback);
    return to;
}

int report_write(const struct session *session, int descriptor)
{
    json_t *all = document(session);
    int failed = json_dumpfd(all, descriptor, JSON_INDENT(1) | JSON_REAL_PRECISION(6));
    json_decref(all);
    return failed;
}
