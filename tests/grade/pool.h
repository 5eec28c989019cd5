/* pool.h - runs processes, several at a time, and collects what they say.
 *
 * A process writes its report on descriptor 3; what it writes on standard error
 * is kept too (the beginning of it). Its standard input and output are
 * /dev/null. It dies with us.
 */
#ifndef GRADE_POOL_H
#define GRADE_POOL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <time.h>

#define POOL_REPORT_FD 3
#define POOL_REPORT_MAX ((size_t)64 << 20) /* bytes; more ends the process */
#define POOL_ERRORS_MAX ((size_t)64 << 10) /* bytes; the rest is dropped */
#define POOL_SECONDS 600                   /* wall clock; far above every bound of a checker */

struct task {
    char **arguments;      /* NULL-terminated; [0] is the program's path */
    bool report_is_stdout; /* the report is what it prints (for `grade run`) */
    /* out */
    char *report; /* malloc'ed, NUL after it */
    size_t report_size;
    char *errors; /* malloc'ed, NUL after it */
    size_t errors_size;
    int status;      /* as from waitpid() */
    int start_errno; /* why it could not be started, else 0 */
    enum { TASK_ENDED, TASK_TOO_SLOW, TASK_TOO_LONG } end;
    /* the pool's own */
    pid_t pid;
    int fd[2]; /* report, errors; -1 closed */
    struct timespec start;
};

/* Runs all tasks, at most jobs at once; calls step (may be NULL) after each end. */
void pool_run(struct task *tasks, int count, int jobs, void (*step)(void *of, int done), void *of);

void task_free(struct task *task);

#endif
