#include "grade/pool.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "grade/text.h"

struct pool {
    struct task *tasks;
    int count, next, running, jobs, done;
    sigset_t normal; /* the signal mask outside the pool: SIGCHLD comes only in ppoll() */
};

static void child_ended(int signal) { (void)signal; /* its only effect is to end ppoll() */ }

/* A pipe whose ends lie above the descriptors that a child gets. */
static int high_pipe(int ends[2])
{
    int low[2];
    if (pipe2(low, O_CLOEXEC) != 0) {
        return -1;
    }
    ends[0] = fcntl(low[0], F_DUPFD_CLOEXEC, 10);
    ends[1] = fcntl(low[1], F_DUPFD_CLOEXEC, 10);
    close(low[0]);
    close(low[1]);
    return ends[0] < 0 || ends[1] < 0 ? -1 : 0;
}

static void become(const struct pool *pool, const struct task *task, int report, int errors,
                   pid_t parent)
{
    int null = open("/dev/null", O_RDWR);
    dup2(null, STDIN_FILENO);
    dup2(null, STDOUT_FILENO);
    dup2(errors, STDERR_FILENO);
    dup2(report, task->report_is_stdout ? STDOUT_FILENO : POOL_REPORT_FD);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    signal(SIGPIPE, SIG_DFL);
    sigprocmask(SIG_SETMASK, &pool->normal, NULL);
    if (getppid() == parent) {
        execv(task->arguments[0], task->arguments);
    }
    _exit(127);
}

static int start(const struct pool *pool, struct task *task)
{
    int report[2], errors[2];
    task->report = text_copy("");
    task->errors = text_copy("");
    if (access(task->arguments[0], X_OK) != 0 || high_pipe(report) != 0 || high_pipe(errors) != 0) {
        task->start_errno = errno;
        return -1;
    }
    clock_gettime(CLOCK_MONOTONIC, &task->start);
    pid_t parent = getpid();
    task->pid = fork();
    if (task->pid == 0) {
        become(pool, task, report[1], errors[1], parent);
    }
    task->start_errno = task->pid < 0 ? errno : 0;
    close(report[1]);
    close(errors[1]);
    task->fd[0] = report[0];
    task->fd[1] = errors[0];
    fcntl(report[0], F_SETFL, O_NONBLOCK);
    fcntl(errors[0], F_SETFL, O_NONBLOCK);
    return task->pid < 0 ? -1 : 0;
}

/* Reads what there is. Closes the descriptor at its end. */
static void drain(struct task *task, int which)
{
    char buffer[65536];
    char **text = which == 0 ? &task->report : &task->errors;
    size_t *size = which == 0 ? &task->report_size : &task->errors_size;
    size_t limit = which == 0 ? POOL_REPORT_MAX : POOL_ERRORS_MAX;
    while (task->fd[which] >= 0) {
        ssize_t got = read(task->fd[which], buffer, sizeof buffer);
        if (got < 0) {
            return;
        }
        if (got == 0) {
            close(task->fd[which]);
            task->fd[which] = -1;
            return;
        }
        size_t part = (size_t)got;
        if (*size + part > limit) {
            part = limit - *size;
            if (which == 0) {
                task->end = TASK_TOO_LONG;
                kill(task->pid, SIGKILL);
            }
        }
        *text = text_grow(*text, *size + part + 1);
        memcpy(*text + *size, buffer, part);
        *size += part;
        (*text)[*size] = '\0';
    }
}

/* A process may leave others behind that keep the pipe open: its own end counts. */
static bool finish(struct task *task)
{
    if (waitpid(task->pid, &task->status, WNOHANG) != task->pid) {
        struct timespec now;
        clock_gettime(CLOCK_MONOTONIC, &now);
        if (now.tv_sec - task->start.tv_sec > POOL_SECONDS && task->end == TASK_ENDED) {
            task->end = TASK_TOO_SLOW;
            kill(task->pid, SIGKILL);
        }
        return false;
    }
    for (int which = 0; which < 2; which++) {
        drain(task, which);
        if (task->fd[which] >= 0) {
            close(task->fd[which]);
        }
    }
    task->pid = 0;
    return true;
}

static void wait_for_news(struct pool *pool)
{
    struct pollfd *wanted = text_grow(NULL, (size_t)pool->running * 2 * sizeof *wanted);
    nfds_t count = 0;
    for (int i = 0; i < pool->next; i++) {
        for (int which = 0; which < 2 && pool->tasks[i].pid > 0; which++) {
            if (pool->tasks[i].fd[which] >= 0) {
                wanted[count++] = (struct pollfd){pool->tasks[i].fd[which], POLLIN, 0};
            }
        }
    }
    struct timespec second = {.tv_sec = 1};
    ppoll(wanted, count, &second, &pool->normal);
    free(wanted);
    for (int i = 0; i < pool->next; i++) {
        struct task *task = &pool->tasks[i];
        if (task->pid > 0) {
            drain(task, 0);
            drain(task, 1);
            if (finish(task)) {
                pool->running--;
                pool->done++;
            }
        }
    }
}

void pool_run(struct task *tasks, int count, int jobs, void (*step)(void *of, int done), void *of)
{
    struct pool pool = {.tasks = tasks, .count = count, .jobs = jobs};
    struct sigaction action = {.sa_handler = child_ended};
    struct sigaction before;
    sigset_t child;
    sigemptyset(&child);
    sigaddset(&child, SIGCHLD);
    sigaction(SIGCHLD, &action, &before);
    sigprocmask(SIG_BLOCK, &child, &pool.normal);
    sigdelset(&pool.normal, SIGCHLD);
    while (pool.done < count) {
        while (pool.running < jobs && pool.next < count) {
            bool started = start(&pool, &tasks[pool.next++]) == 0;
            pool.running += started;
            pool.done += !started;
        }
        if (pool.running > 0) {
            wait_for_news(&pool);
        }
        if (step != NULL) {
            step(of, pool.done);
        }
    }
    sigprocmask(SIG_SETMASK, &pool.normal, NULL);
    sigaction(SIGCHLD, &before, NULL);
}

void task_free(struct task *task)
{
    list_free(task->arguments);
    free(task->report);
    free(task->errors);
}
