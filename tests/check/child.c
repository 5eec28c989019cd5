/* child.c - starting the child, and telling how it ended. */
#include "check/child.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check/answering.h"
#include "check/sandbox.h"

/* The runtime's exit status when the fault is its own; learner's code cannot
 * call exit(). */
#define RUNTIME_GAVE_UP 70

int child_start(struct child *child, const struct exam *exam)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) < 0)
        return -1;
    fflush(NULL); /* or the child would print it again */
    child->pid = fork();
    if (child->pid == 0)
        answer_all(exam, ends[1]);
    close(ends[1]);
    child->descriptor = ends[0];
    if (child->pid > 0)
        return 0;
    int error = errno;
    close(ends[0]);
    errno = error;
    return -1;
}

static void say(struct death *death, enum verdict verdict, const char *message)
{
    death->verdict = verdict;
    snprintf(death->message, sizeof death->message, "%s", message);
}

/* The pipe closed without a reply: how did the process end? */
static void explain(struct child *child, struct death *death)
{
    int status = 0;
    if (child->pid > 0 && waitpid(child->pid, &status, 0) == child->pid)
        child->pid = 0;
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
        say(death, INTERNAL, "[internal] the check computed for a minute and was stopped");
    else if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL)
        say(death, INTERNAL,
            "[internal] the check was killed from outside, perhaps for want of memory");
    else if (WIFSIGNALED(status)) {
        death->verdict = CRASH;
        snprintf(death->message, sizeof death->message,
                 "the program died: %s\nIt happened where no schedule could be recorded: memory "
                 "that is not yours was probably overwritten before.",
                 strsignal(WTERMSIG(status)));
    } else if (WEXITSTATUS(status) == RUNTIME_GAVE_UP)
        say(death, INTERNAL, "[internal] the runtime gave up; build/interleave says more");
    else
        say(death, CRASH,
            "the program ended before its check did\nWhat is tried calls your functions and "
            "goes on after they return. Nothing in them may end the program.");
}

int child_ask(struct child *child, const struct question *question, struct reply *reply,
              struct death *death)
{
    unsigned char *bytes = NULL;
    size_t size;
    struct wire_out out = {0};
    question_write(&out, question);
    enum wire_end end = WIRE_CLOSED;
    if (wire_send(&out, child->descriptor))
        end = wire_receive(child->descriptor, wire_now() + GUARD_WALL, &bytes, &size);
    if (end == WIRE_LATE)
        say(death, INTERNAL, "[internal] the check took longer than a minute and was stopped");
    else if (end == WIRE_CLOSED)
        explain(child, death);
    else if (end == WIRE_BROKEN || !reply_read(reply, bytes, size))
        say(death, CRASH,
            "what the program observed reached the check garbled\nMemory that is not yours was "
            "overwritten, and with it the record of what happened.");
    else {
        free(bytes);
        return 0;
    }
    free(bytes);
    return -1;
}

void child_end(struct child *child)
{
    if (child->pid > 0) {
        kill(child->pid, SIGKILL);
        waitpid(child->pid, NULL, 0);
    }
    close(child->descriptor);
    child->pid = 0;
    child->descriptor = -1;
}
