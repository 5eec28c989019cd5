/* gcc.h - one gcc process: its arguments, its bounds, its words in a file. */
#ifndef INTERLEAVE_GCC_H
#define INTERLEAVE_GCC_H

#include <stdbool.h>
#include <sys/types.h>

/* What graded code may cost one gcc process. Above each it is stopped. */
enum {
    GCC_LIMIT_CPU = 10,          /* seconds */
    GCC_LIMIT_MEMORY_MIB = 1024, /* address space */
    GCC_LIMIT_OUTPUT = 64 << 20, /* bytes of any file that it writes */
    GCC_ARGUMENTS = 1024         /* of one command */
};

struct arguments {
    const char *text[GCC_ARGUMENTS]; /* NULL-terminated; not owned */
    int count;
};

void argument_add(struct arguments *arguments, const char *text);
void argument_add_all(struct arguments *arguments, const char *const *texts);

/* Starts the command with its words in the file called err. */
pid_t gcc_start(const struct arguments *arguments, bool limited, const char *err);

/* Its exit status; 128 + signal when it was killed; -1 when it never ran. */
int gcc_finish(pid_t child);

#endif
