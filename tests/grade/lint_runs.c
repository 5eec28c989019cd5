/* Every starter, solution, right and wrong answer is judged, and must get
 * exactly what it deserves. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "grade/judge.h"
#include "grade/lint.h"
#include "grade/text.h"

#define FILE_MAX ((size_t)1 << 20)

enum deserves { FULL_MARKS, TO_BE_UNTOUCHED, TO_FAIL, ITS_VERDICT };

struct runs {
    struct lint *lint;
    struct results results;
    enum deserves *deserved; /* one a result */
    char **verdict;          /* ITS_VERDICT: which */
};

static void add(struct runs *runs, const struct exercise *exercise, char *path,
                enum deserves deserved, char *verdict)
{
    size_t count = (size_t)runs->results.count + 1;
    runs->results.item = text_grow(runs->results.item, count * sizeof *runs->results.item);
    runs->deserved = text_grow(runs->deserved, count * sizeof *runs->deserved);
    runs->verdict = text_grow(runs->verdict, count * sizeof *runs->verdict);
    runs->results.item[count - 1] = (struct result){.exercise = exercise, .submission = path};
    runs->deserved[count - 1] = deserved;
    runs->verdict[count - 1] = verdict;
    runs->results.count++;
}

/* "// expect: RACE — the number may be asked for before the team starts": the
 * verdict (malloc'ed), or NULL after a fault. */
static char *expectation(struct lint *lint, const char *path)
{
    static const char lead[] = "// expect: ";
    char *text = text_read(path, FILE_MAX, NULL);
    char *verdict = NULL;
    if (text == NULL) {
        lint_fault(lint, path, "%s", strerror(errno));
    } else if (!text_starts(text, lead)) {
        lint_fault(lint, path, "line 1 must be '%sVERDICT' and the misconception", lead);
    } else {
        const char *word = text + strlen(lead);
        size_t length = strspn(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_");
        verdict = text_copy_n(word, length);
        if (!verdict_exists(verdict)) {
            lint_fault(lint, path, "line 1: there is no verdict '%s'", verdict);
        }
        if (strcspn(word, "\n") < length + 10) {
            lint_fault(lint, path, "line 1 does not name the misconception");
        }
    }
    free(text);
    return verdict;
}

static void add_answers(struct runs *runs, const struct exercise *exercise, const char *which,
                        enum deserves deserved)
{
    char *inside = text_format("tests/exercises/%s/%s", exercise->name, which);
    char *folder = house_path(runs->lint->house, inside);
    char **entries = lint_entries(folder);
    for (int i = 0; entries != NULL && entries[i] != NULL; i++) {
        if (text_ends(entries[i], ".c")) {
            char *path = text_format("%s/%s", folder, entries[i]);
            char *verdict = deserved == ITS_VERDICT ? expectation(runs->lint, path) : NULL;
            add(runs, exercise, path, deserved, verdict);
        }
    }
    list_free(entries);
    free(folder);
    free(inside);
}

/* The starter with one line more is no longer untouched: it is judged, compiles
 * and must not pass. */
static void add_touched_starter(struct runs *runs, const struct exercise *exercise,
                                const char *starter)
{
    char *folder = text_format("%s/lint/%s", runs->lint->house->state, exercise->name);
    char *path = text_format("%s/%s", folder, exercise->file);
    char *text = text_read(starter, FILE_MAX, NULL);
    if (text != NULL) {
        char *touched = text_format("%s\nint lint_touched_this_file;\n", text);
        if (text_folder(folder) != 0 || text_write(path, touched, strlen(touched)) != 0) {
            lint_fault(runs->lint, path, "cannot be written: %s", strerror(errno));
        } else {
            add(runs, exercise, text_copy(path), TO_FAIL, NULL);
        }
        free(touched);
    }
    free(text);
    free(path);
    free(folder);
}

static void add_exercise(struct runs *runs, const struct exercise *exercise)
{
    char *starters = house_path(runs->lint->house, "exercises");
    char *solutions = house_path(runs->lint->house, "solutions");
    char *starter = submission_path(starters, exercise);
    add_touched_starter(runs, exercise, starter);
    add(runs, exercise, starter, TO_BE_UNTOUCHED, NULL);
    add(runs, exercise, submission_path(solutions, exercise), FULL_MARKS, NULL);
    add_answers(runs, exercise, "right", FULL_MARKS);
    add_answers(runs, exercise, "wrong", ITS_VERDICT);
    free(starters);
    free(solutions);
}

/* What it got, with the headline: an author sees at once what is different. */
static char *got(const struct result *result)
{
    const struct test *worst = result_worst(result);
    return text_format("%s, %d of %d points%s%s", result->verdict, result->score, result->points,
                       worst != NULL && *worst->headline ? ": " : "",
                       worst != NULL ? worst->headline : "");
}

static void compare(struct runs *runs, int which)
{
    const struct result *result = &runs->results.item[which];
    struct lint *lint = runs->lint;
    const char *path = result->submission;
    char *what = got(result);
    switch (runs->deserved[which]) {
    case FULL_MARKS:
        if (!result_passes(result) || result->score != result->points || result->points == 0) {
            lint_fault(lint, path, "must pass with full marks, but got %s", what);
        }
        break;
    case TO_BE_UNTOUCHED:
        if (!result_untouched(result)) {
            lint_fault(lint, path, "the starter must be INCOMPLETE, but got %s", what);
        }
        break;
    case TO_FAIL:
        if (result_passes(result) || result_untouched(result) ||
            strcmp(result->verdict, "BUILD") == 0) {
            lint_fault(lint, path, "the starter must compile and fail, but got %s", what);
        }
        break;
    case ITS_VERDICT:
        if (runs->verdict[which] != NULL && strcmp(result->verdict, runs->verdict[which]) != 0) {
            lint_fault(lint, path, "expects %s, but got %s", runs->verdict[which], what);
        }
        break;
    }
    free(what);
}

static void on_real_threads(struct runs *runs)
{
    size_t most = (size_t)runs->results.count;
    const struct exercise **exercises = text_grow(NULL, most * sizeof *exercises);
    const char **paths = text_grow(NULL, most * sizeof *paths);
    int count = 0;
    for (int i = 0; i < runs->results.count; i++) {
        const struct result *result = &runs->results.item[i];
        if (runs->deserved[i] == FULL_MARKS && result_passes(result)) {
            exercises[count] = result->exercise;
            paths[count++] = result->submission;
        }
    }
    lint_real(runs->lint, exercises, paths, count);
    free(exercises);
    free(paths);
}

void lint_runs(struct lint *lint, const struct exercise *const *exercises, int count)
{
    struct runs runs = {.lint = lint};
    for (int i = 0; i < count; i++) {
        add_exercise(&runs, exercises[i]);
    }
    char *originals = house_path(lint->house, "exercises");
    struct judging how = {
        .originals = originals, .jobs = lint->request->jobs, .progress = !lint->request->plain};
    judge(lint->house, &how, &runs.results);
    for (int i = 0; i < runs.results.count; i++) {
        const struct result *result = &runs.results.item[i];
        const char *fault = result->internal != NULL ? result->internal : result->problem;
        if (fault != NULL) {
            lint_fault(lint, result->submission, "%s", fault);
            lint->internal = lint->internal || result->internal != NULL;
        } else {
            compare(&runs, i);
        }
        free(runs.verdict[i]);
    }
    on_real_threads(&runs);
    lint->looked_at = runs.results.count;
    free(originals);
    free(runs.deserved);
    free(runs.verdict);
    results_free(&runs.results);
}
