#include "grade/judge.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "grade/pool.h"
#include "grade/text.h"

#define SUBMISSION_MAX ((size_t)1 << 20) /* bytes; no exercise needs a tenth of it */

char *submission_path(const char *from, const struct exercise *exercise)
{
    const char *dot = text_starts(from, "./") ? from + 2 : from;
    size_t length = strlen(dot);
    while (length > 1 && dot[length - 1] == '/') {
        length--;
    }
    return text_format("%.*s/%s/%s", (int)length, dot, exercise->name, exercise->file);
}

static bool problem(struct result *result, const char *in_short, char *in_full)
{
    result->problem = in_full;
    result->problem_short = text_copy(in_short);
    return false;
}

static bool unreadable(const struct house *house, struct result *result, int why)
{
    const char *path = result->submission;
    if (why == ENOENT || why == ENOTDIR) {
        return problem(result, "no such file",
                       text_format("%s: there is no such file; `%s reset %s` makes a new one from "
                                   "the starter",
                                   path, house->command, result->exercise->number));
    }
    if (why == EFBIG) {
        return problem(result, "too large",
                       text_format("%s is larger than 1 MiB: that is no exercise's answer", path));
    }
    if (why == EISDIR || why == EINVAL) {
        return problem(result, "not a file",
                       text_format("%s is not a regular file: put a C file there", path));
    }
    return problem(result, strerror(why),
                   text_format("%s cannot be read: %s", path, strerror(why)));
}

/* The folder of all submissions, two levels above the file (malloc'ed). */
static char *folder_of_all(const char *path)
{
    size_t length = strlen(path);
    for (int up = 0; up < 2; up++) {
        while (length > 0 && path[length - 1] != '/') {
            length--;
        }
        while (length > 1 && path[length - 1] == '/') {
            length--;
        }
    }
    return length == 0 ? text_copy(".") : text_copy_n(path, length);
}

/* Does the file lie where it seems to? A link may lead to somebody else's answer. */
static bool lies_here(struct result *result)
{
    char *folder = folder_of_all(result->submission);
    char *root = realpath(folder, NULL);
    char *real = realpath(result->submission, NULL);
    size_t length = root != NULL ? strlen(root) : 0;
    bool here = root == NULL || real == NULL || length == 1 ||
                (text_starts(real, root) && real[length] == '/');
    if (!here) {
        problem(result, "a link",
                text_format("%s is a link to a file outside %s: put the file itself there",
                            result->submission, folder));
    }
    free(real);
    free(root);
    free(folder);
    return here;
}

/* A first look at the file, so that obvious mistakes get plain words. */
static bool looks_like_c(const struct house *house, struct result *result)
{
    size_t size;
    if (!lies_here(result)) {
        return false;
    }
    char *text = text_read(result->submission, SUBMISSION_MAX, &size);
    if (text == NULL) {
        return unreadable(house, result, errno);
    }
    bool blank = strspn(text, " \t\r\n\f\v") == size;
    bool binary = memchr(text, '\0', size) != NULL;
    bool named = text_ends(result->submission, ".c");
    free(text);
    if (blank) {
        return problem(result, "empty",
                       text_format("%s is empty: `%s reset %s` gives the starter back",
                                   result->submission, house->command, result->exercise->number));
    }
    if (binary || !named) {
        return problem(
            result, "not a C file",
            text_format("%s is not a C file: it %s", result->submission,
                        binary ? "holds a byte 0, as programs and pictures do" : "must end in .c"));
    }
    return true;
}

static char **arguments(const struct house *house, const struct judging *how,
                        const struct result *result)
{
    const struct exercise *exercise = result->exercise;
    char **list = list_add(NULL, text_copy(house->checker));
    list = list_add(list, text_copy("--name"));
    list = list_add(list, text_copy(exercise->name));
    list = list_add(list, text_copy("--exercise"));
    list =
        list_add(list, how->originals != NULL ? text_format("%s/%s", how->originals, exercise->name)
                                              : house_original(house, exercise));
    list = list_add(list, text_copy("--report"));
    list = list_add(list, text_format("%d", POOL_REPORT_FD));
    if (how->replay != NULL) {
        list = list_add(list, text_copy("--replay"));
        list = list_add(list, text_copy(how->replay));
    }
    if (how->cores) {
        list = list_add(list, text_copy("--cores"));
    }
    list = list_add(list, text_copy("--")); /* a folder's name may begin with a dash */
    list = list_add(list, house_check(house, exercise));
    return list_add(list, text_copy(result->submission));
}

static char *how_it_died(const struct task *task)
{
    if (task->start_errno != 0) {
        return text_format("%s cannot be started: %s", task->arguments[0],
                           strerror(task->start_errno));
    }
    if (task->end == TASK_TOO_SLOW) {
        return text_format("the checker gave no answer within %d seconds", POOL_SECONDS);
    }
    if (task->end == TASK_TOO_LONG) {
        return text_copy("the checker's report is longer than 64 MiB");
    }
    if (WIFSIGNALED(task->status)) {
        return text_format("the checker died of %s before it could report",
                           sigdescr_np(WTERMSIG(task->status)));
    }
    return text_format("the checker ended with status %d and no report", WEXITSTATUS(task->status));
}

/* Only a replay can be asked for wrongly: its id comes from a person. */
static void take(struct result *result, const struct task *task, bool replay)
{
    bool asked_wrong = replay && task->start_errno == 0 && task->end == TASK_ENDED &&
                       WIFEXITED(task->status) && WEXITSTATUS(task->status) == EXIT_USAGE;
    if (task->report_size > 0 && task->end == TASK_ENDED) {
        result_read(result, task->report, task->report_size);
    } else if (asked_wrong && task->errors_size > 0) {
        const char *words =
            text_starts(task->errors, "checker: ") ? task->errors + 9 : task->errors;
        result->refused = text_copy_n(words, strcspn(words, "\n"));
    } else {
        char *why = how_it_died(task);
        result->internal = task->errors_size > 0
                               ? text_format("%s; it said:\n%s", why, task->errors)
                               : text_copy(why);
        free(why);
    }
}

struct progress {
    int total;
    time_t start;
    bool shown;
    int last; /* what stands there */
};

/* Only for what takes longer than a second, and gone afterwards. */
static void show_progress(void *of, int done)
{
    struct progress *progress = of;
    bool late = time(NULL) - progress->start > 1;
    if (late && (!progress->shown || done != progress->last)) {
        progress->shown = true;
        progress->last = done;
        fprintf(stderr, "\rgrading: %d of %d \033[K", done, progress->total);
    }
}

static void run_all(const struct judging *how, struct task *tasks, int count)
{
    struct progress progress = {.total = count, .start = time(NULL)};
    bool show = how->progress && isatty(STDERR_FILENO);
    pool_run(tasks, count, how->jobs, show ? show_progress : NULL, &progress);
    if (progress.shown) {
        fputs("\r\033[K", stderr);
    }
}

void judge(const struct house *house, const struct judging *how, struct results *results)
{
    struct task *tasks = text_grow(NULL, (size_t)results->count * sizeof *tasks);
    struct result **asked = text_grow(NULL, (size_t)results->count * sizeof *asked);
    int count = 0;
    for (int i = 0; i < results->count; i++) {
        struct result *result = &results->item[i];
        result->verdict = result->compiler = "";
        char *check = house_check(house, result->exercise);
        if (access(house->checker, X_OK) != 0) {
            problem(result, "no checker",
                    text_format("the checker %s is not built: run `make`", house->checker));
        } else if (access(check, R_OK) != 0) {
            problem(result, "no check",
                    text_format("the check %s is not built: run `make`", check));
        } else if (looks_like_c(house, result)) {
            asked[count] = result;
            tasks[count++] = (struct task){.arguments = arguments(house, how, result)};
        }
        free(check);
    }
    run_all(how, tasks, count);
    for (int i = 0; i < count; i++) {
        take(asked[i], &tasks[i], how->replay != NULL);
        task_free(&tasks[i]);
    }
    free(asked);
    free(tasks);
}
