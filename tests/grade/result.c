#include "grade/result.h"

#include <stdlib.h>
#include <string.h>

#include "grade/text.h"
#include "interleave/verdict.h"

static const struct {
    const char *name, *meaning;
} verdicts[] = {
#define X(name, meaning) {#name, meaning},
    VERDICTS(X)
#undef X
};

const char *verdict_sentence(const char *name)
{
    for (size_t i = 0; i < sizeof verdicts / sizeof *verdicts; i++) {
        if (strcmp(verdicts[i].name, name) == 0) {
            return verdicts[i].meaning;
        }
    }
    return "";
}

bool verdict_exists(const char *name) { return *verdict_sentence(name) != '\0'; }

static const char *string_of(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text != NULL ? text : "";
}

static const json_t *kind_of(const json_t *object, const char *key, json_type type)
{
    const json_t *value = json_object_get(object, key);
    return value != NULL && json_typeof(value) == type ? value : NULL;
}

/* Each element is a string: writers may rely on it. */
static const json_t *lines_of(const json_t *object, const char *key)
{
    const json_t *lines = kind_of(object, key, JSON_ARRAY);
    for (size_t i = 0; i < json_array_size(lines); i++) {
        if (!json_is_string(json_array_get(lines, i))) {
            return NULL;
        }
    }
    return lines;
}

static bool number_of(const json_t *object, const char *key, int least, int *number)
{
    const json_t *value = json_object_get(object, key);
    if (!json_is_integer(value) || json_integer_value(value) < least ||
        json_integer_value(value) > 1000000000) {
        return false;
    }
    *number = (int)json_integer_value(value);
    return true;
}

static bool status_of(const json_t *object, enum status *status)
{
    static const char *const statuses[] = {"passed", "failed", "skipped"};
    for (int i = 0; i < 3; i++) {
        if (strcmp(string_of(object, "status"), statuses[i]) == 0) {
            *status = (enum status)i;
            return true;
        }
    }
    return false;
}

/* NULL, or the name of the field that is missing or wrong. */
static const char *read_test(const json_t *from, struct test *test)
{
    *test = (struct test){
        .name = string_of(from, "name"),
        .verdict = string_of(from, "verdict"),
        .headline = string_of(from, "headline"),
        .explanation = string_of(from, "explanation"),
        .replay = string_of(from, "replay"),
        .file = string_of(from, "file"),
        .picture = lines_of(from, "picture"),
        .picture_ascii = lines_of(from, "picture_ascii"),
        .machine = kind_of(from, "machine", JSON_OBJECT),
    };
    number_of(from, "line", 0, &test->line);
    if (!number_of(from, "number", 0, &test->number)) {
        return "number";
    }
    if (!number_of(from, "stage", 1, &test->stage)) {
        return "stage";
    }
    if (!number_of(from, "points", 0, &test->points)) {
        return "points";
    }
    if (!status_of(from, &test->status)) {
        return "status";
    }
    if (test->status == STATUS_FAILED && !verdict_exists(test->verdict)) {
        return "verdict";
    }
    return *test->name ? NULL : "name";
}

static bool read_tests(struct result *result)
{
    const json_t *tests = kind_of(result->report, "tests", JSON_ARRAY);
    if (tests == NULL) {
        result->internal = text_copy("the checker's report has no \"tests\"");
        return false;
    }
    size_t count = json_array_size(tests);
    result->tests = text_grow(NULL, count * sizeof *result->tests);
    for (size_t i = 0; i < count; i++) {
        const char *fault = read_test(json_array_get(tests, i), &result->tests[i]);
        if (fault != NULL) {
            result->internal =
                text_format("the checker's report: test %zu has no valid \"%s\"", i, fault);
            return false;
        }
    }
    result->test_count = (int)count;
    return true;
}

bool result_read(struct result *result, const char *text, size_t size)
{
    json_error_t error;
    json_t *report = json_loadb(text, size, JSON_REJECT_DUPLICATES, &error);
    if (report == NULL) {
        result->internal =
            text_format("the checker's report is no JSON: line %d: %s", error.line, error.text);
        return false;
    }
    if (!json_is_object(report)) {
        result->internal = text_copy("the checker's report is no JSON object");
        json_decref(report);
        return false;
    }
    result->report = report;
    result->verdict = string_of(report, "verdict");
    result->compiler = string_of(report, "compiler");
    result->feedback = lines_of(report, "feedback");
    const char *missing = !verdict_exists(result->verdict)                   ? "verdict"
                          : !number_of(report, "stars", 0, &result->stars)   ? "stars"
                          : !number_of(report, "points", 0, &result->points) ? "points"
                          : !number_of(report, "score", 0, &result->score)   ? "score"
                                                                             : NULL;
    if (missing != NULL) {
        result->internal = text_format("the checker's report has no valid \"%s\"", missing);
        return false;
    }
    if (!read_tests(result)) {
        result->score = result->points = 0;
        return false;
    }
    return true;
}

bool result_passes(const struct result *result)
{
    return result->internal == NULL && result->problem == NULL && result->refused == NULL &&
           strcmp(result->verdict, "PASS") == 0;
}

bool result_untouched(const struct result *result)
{
    return strcmp(result->verdict, "INCOMPLETE") == 0;
}

const struct test *result_worst(const struct result *result)
{
    const struct test *failed = NULL;
    for (int i = 0; i < result->test_count; i++) {
        const struct test *test = &result->tests[i];
        if (test->status == STATUS_FAILED) {
            if (strcmp(test->verdict, result->verdict) == 0) {
                return test;
            }
            failed = failed == NULL ? test : failed;
        }
    }
    return failed;
}

int results_exit(const struct results *results)
{
    int status = 0;
    for (int i = 0; i < results->count; i++) {
        const struct result *result = &results->item[i];
        int one = result->internal != NULL || strcmp(result->verdict, "INTERNAL") == 0
                      ? EXIT_INTERNAL
                  : result->problem != NULL || result->refused != NULL ? EXIT_USAGE
                  : result_passes(result)                              ? 0
                                                                       : 1;
        status = one > status ? one : status;
    }
    return status;
}

void results_free(struct results *results)
{
    for (int i = 0; i < results->count; i++) {
        struct result *result = &results->item[i];
        free(result->submission);
        free(result->problem);
        free(result->problem_short);
        free(result->internal);
        free(result->refused);
        free(result->tests);
        json_decref(result->report);
    }
    free(results->item);
    *results = (struct results){0};
}
