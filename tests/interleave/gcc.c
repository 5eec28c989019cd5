#include "interleave/gcc.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

void argument_add(struct arguments *arguments, const char *text)
{
    if (arguments->count < GCC_ARGUMENTS - 1)
        arguments->text[arguments->count++] = text;
    arguments->text[arguments->count] = NULL;
}

void argument_add_all(struct arguments *arguments, const char *const *texts)
{
    for (; texts && *texts; texts++)
        argument_add(arguments, *texts);
}

static void limit(int resource, rlim_t most) { setrlimit(resource, &(struct rlimit){most, most}); }

static void open_as(const char *path, int flags, int descriptor)
{
    int fd = open(path, flags, 0600);
    if (fd < 0 || dup2(fd, descriptor) < 0)
        _exit(126);
}

pid_t gcc_start(const struct arguments *arguments, bool limited, const char *err)
{
    pid_t child = fork();
    if (child != 0)
        return child;
    const int flags = O_WRONLY | O_CREAT | O_TRUNC;
    open_as("/dev/null", O_RDONLY, 0);
    open_as("/dev/null", flags, 1);
    open_as(err, flags, 2);
    if (limited) {
        /* first a signal that gcc can tell of */
        setrlimit(RLIMIT_CPU, &(struct rlimit){GCC_LIMIT_CPU, GCC_LIMIT_CPU + 5});
#if !defined(__SANITIZE_ADDRESS__) /* its shadow is larger than this already */
        limit(RLIMIT_AS, (rlim_t)GCC_LIMIT_MEMORY_MIB << 20);
#endif
        limit(RLIMIT_FSIZE, GCC_LIMIT_OUTPUT);
        limit(RLIMIT_CORE, 0);
    }
    setenv("LC_ALL", "C", 1); /* the same words on every machine */
    execvp(arguments->text[0], (char *const *)arguments->text);
    _exit(127);
}

int gcc_finish(pid_t child)
{
    int status;
    if (child < 0)
        return -1;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return -1;
    if (WIFSIGNALED(status))
        return 128 + WTERMSIG(status);
    if (WEXITSTATUS(status) == 127) {
        errno = ENOENT;
        return -1;
    }
    return WEXITSTATUS(status);
}
