/* Stage 5: what interleave calls right must be right on real threads too. A
 * solution or a right answer that is not tells of a fault of ours. */
#include <stdlib.h>
#include <string.h>

#include "grade/lint.h"
#include "grade/pool.h"
#include "grade/real.h"
#include "grade/text.h"

#define TIMES "20"

/* Runs count processes; what one of them said when it failed is a fault. */
static void run_all(struct lint *lint, struct task *tasks, const char *const *paths, int count,
                    const char *what)
{
    pool_run(tasks, count, lint->request->jobs, NULL, NULL);
    for (int i = 0; i < count; i++) {
        struct task *task = &tasks[i];
        if (task->start_errno != 0 || task->end != TASK_ENDED || task->status != 0) {
            lint_fault(lint, paths[i], "on real threads it %s:\n%s%s", what, task->report,
                       task->errors);
        }
        task_free(task);
    }
}

void lint_real(struct lint *lint, const struct exercise *const *exercises, const char *const *paths,
               int count)
{
    if (count == 0 || !real_exists(lint->house)) {
        return;
    }
    char *folder = text_format("%s/lint/real", lint->house->state);
    struct task *builds = text_grow(NULL, (size_t)count * sizeof *builds);
    struct task *runs = text_grow(NULL, (size_t)count * sizeof *runs);
    text_folder(folder);
    for (int i = 0; i < count; i++) {
        char *program = text_format("%s/%d", folder, i);
        builds[i] =
            (struct task){.report_is_stdout = true,
                          .arguments = real_build(lint->house, exercises[i], paths[i], program)};
        runs[i] = (struct task){.report_is_stdout = true, .arguments = list_add(NULL, program)};
        runs[i].arguments = list_add(runs[i].arguments, text_copy(TIMES));
    }
    run_all(lint, builds, paths, count, "cannot be built");
    run_all(lint, runs, paths, count, "is not always right");
    free(builds);
    free(runs);
    free(folder);
}
