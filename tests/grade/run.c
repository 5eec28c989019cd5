/* grade run 31 -n 1000: the exercise on real threads, outcomes counted: luck,
 * beside the explorer's certainty. Shown, never graded.
 *
 * The program is built from tests/check/real/, the exercise's check.c and the
 * submission, with gcc's own OpenMP runtime. It is called `PROGRAM N` and prints
 * the tally, a line an outcome; its exit status is 0 when it could run. */
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "grade/command.h"
#include "grade/judge.h"
#include "grade/pool.h"
#include "grade/text.h"

static const char *const flags[] = {"-std=c17", "-O2", "-g", "-fopenmp", "-w", "-D_GNU_SOURCE"};

/* The compiler by its path: a process is started without looking along PATH. */
static char *find_gcc(void)
{
    const char *path = getenv("PATH");
    char *folders = text_copy(path != NULL ? path : "/usr/bin:/bin");
    char *found = NULL;
    for (char *folder = strtok(folders, ":"); folder != NULL && found == NULL;
         folder = strtok(NULL, ":")) {
        char *candidate = text_format("%s/gcc", folder);
        if (access(candidate, X_OK) == 0) {
            found = candidate;
        } else {
            free(candidate);
        }
    }
    free(folders);
    return found;
}

static char **add_sources(char **list, const struct house *house)
{
    char *pattern = house_path(house, "tests/check/real/*.c");
    glob_t found;
    if (glob(pattern, 0, NULL, &found) == 0) {
        for (size_t i = 0; i < found.gl_pathc; i++) {
            list = list_add(list, text_copy(found.gl_pathv[i]));
        }
        globfree(&found);
    }
    free(pattern);
    return list;
}

static char **add_include(char **list, char *folder)
{
    list = list_add(list, text_copy("-I"));
    return list_add(list, folder);
}

static char **compiling(const struct house *house, const struct exercise *exercise,
                        const char *submission, const char *program)
{
    char *check = text_format("tests/exercises/%s/check.c", exercise->name);
    char **list = list_add(NULL, find_gcc());
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        list = list_add(list, text_copy(flags[i]));
    }
    list = add_include(list, house_path(house, "tests/check"));
    list = add_include(list, house_path(house, "tests"));
    list = add_include(list, house_original(house, exercise));
    list = list_add(list, text_copy("-o"));
    list = list_add(list, text_copy(program));
    list = add_sources(list, house);
    list = list_add(list, house_path(house, check));
    list = list_add(list, text_copy(submission));
    list = list_add(list, text_copy("-lm"));
    free(check);
    return list;
}

/* Runs one process to its end; true when it ended with 0. Its words are shown. */
static bool done(char **arguments, const struct request *request)
{
    struct task task = {.arguments = arguments, .report_is_stdout = true};
    pool_run(&task, 1, 1, NULL, NULL);
    struct screen out = screen_on(stdout, request->plain);
    struct screen err = screen_on(stderr, request->plain);
    say(&out, "%s", task.report);
    fflush(stdout);
    say(&err, "%s", task.errors);
    bool good = task.start_errno == 0 && task.end == TASK_ENDED && task.status == 0;
    if (task.start_errno == 0 && WIFSIGNALED(task.status)) {
        complain("the program died of %s", sigdescr_np(WTERMSIG(task.status)));
    }
    task_free(&task);
    return good;
}

static int build_and_run(const struct house *house, const struct request *request,
                         const struct exercise *exercise, const char *submission)
{
    char *folder = text_format("%s/real", house->state);
    char *program = text_format("%s/%s", folder, exercise->name);
    text_folder(folder);
    int status = 1;
    if (done(compiling(house, exercise, submission, program), request)) {
        char **arguments = list_add(NULL, text_copy(program));
        arguments = list_add(arguments, text_format("%ld", request->times));
        status = done(arguments, request) ? 0 : 1;
    }
    free(folder);
    free(program);
    return status;
}

int command_run(const struct house *house, const struct request *request)
{
    const struct exercise *exercise = the_exercise(house, request, "run 31 -n 1000");
    if (exercise == NULL) {
        return EXIT_USAGE;
    }
    char **sources = add_sources(NULL, house);
    char *gcc = find_gcc();
    char *submission = submission_path(request->from, exercise);
    int status;
    if (sources == NULL) {
        status = complain("real threads need a checkout with tests/check/real/, and %s is none",
                          strcmp(house->home, ".") == 0 ? "this folder" : house->home);
    } else if (gcc == NULL) {
        status = complain("real threads need gcc: it is not there");
    } else if (access(submission, R_OK) != 0) {
        status = complain("%s cannot be read", submission);
    } else {
        status = build_and_run(house, request, exercise, submission);
    }
    list_free(sources);
    free(gcc);
    free(submission);
    return status;
}
