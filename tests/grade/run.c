/* grade run 31 -n 1000: the exercise on real threads, outcomes counted: luck,
 * beside the explorer's certainty. Shown, never graded. */
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "grade/command.h"
#include "grade/judge.h"
#include "grade/pool.h"
#include "grade/real.h"
#include "grade/text.h"

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
    if (done(real_build(house, exercise, submission, program), request)) {
        struct screen screen = screen_on(stdout, request->plain);
        say_in(&screen, INK_STRONG, "%s %s", exercise->number, exercise->slug);
        say(&screen, "   %ld times on real threads\n\n", request->times);
        char **arguments = list_add(NULL, text_copy(program));
        arguments = list_add(arguments, text_format("%ld", request->times));
        status = done(arguments, request) ? 0 : 1;
        say(&screen, "\nThat was luck. `%s %s` tries every schedule that matters.\n",
            house->command, exercise->number);
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
    char *gcc = real_gcc();
    char *submission = submission_path(request->from, exercise);
    int status;
    if (!real_exists(house)) {
        status = complain("real threads need a checkout with tests/check/real/, and %s is none",
                          strcmp(house->home, ".") == 0 ? "this folder" : house->home);
    } else if (gcc == NULL) {
        status = complain("real threads need gcc: it is not there");
    } else if (access(submission, R_OK) != 0) {
        status = complain("%s cannot be read", submission);
    } else {
        status = build_and_run(house, request, exercise, submission);
    }
    free(gcc);
    free(submission);
    return status;
}
