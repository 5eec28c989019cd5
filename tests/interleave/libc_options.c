/* libc_options.c - getopt and its kin: libc's own.
 *
 * Where they are in the arguments they keep in optind, which is put back before
 * each execution, and in variables that cannot be reached: with an optind of 0
 * they begin anew. What they say of a wrong option is output of the program.
 */
#include <getopt.h>
#include <stdio.h>

#include "interleave/libc_own.h"
#include "interleave/libc_streams.h"
#include "interleave/reset.h"

void libc_watch(void)
{
    reset_watch(&optind, sizeof optind);
    reset_watch(&opterr, sizeof opterr);
    reset_watch(&optopt, sizeof optopt);
    reset_watch(&optarg, sizeof optarg);
    end_watch();
}

struct call {
    int count;
    char *const *arguments;
    const char *letters;
    const struct option *names;
    int *which;
};

typedef int take_option(int, char *const *, const char *, const struct option *, int *);

static int take_letter(int count, char *const *arguments, const char *letters,
                       const struct option *names, int *which)
{
    (void)names;
    (void)which;
    return getopt(count, arguments, letters);
}

/* Nothing of this file is ordered by a lock: two calls at once are a race. */
static int take(take_option *take_next, const struct call *call, const void *pc, uintptr_t cfa)
{
    char *said = NULL;
    size_t size = 0;
    FILE *host = stderr, *kept = open_memstream(&said, &size);
    memory_write(&libc_own()->options, sizeof libc_own()->options, pc, cfa);
    if (call->which)
        memory_write(call->which, sizeof *call->which, pc, cfa);
    if (!kept)
        out_of_memory("a text");
    if (!libc_seen()->options && optind == 1)
        optind = 0;
    libc_own()->options = true;
    stderr = kept;
    int letter = take_next(call->count, call->arguments, call->letters, call->names, call->which);
    stderr = host;
    fclose(kept);
    if (size > 0) {
        struct stream *stream = stream_of(stderr, pc);
        stream_step(stream, pc, cfa);
        stream_put(stream, said, size);
    }
    free(said);
    return letter;
}

ABI int __wrap_getopt(int count, char *const *arguments, const char *letters)
{
    struct call call = {count, arguments, letters, NULL, NULL};
    return take(take_letter, &call, CALLER_PC, CALLER_CFA);
}

ABI int __wrap_getopt_long(int count, char *const *arguments, const char *letters,
                           const struct option *names, int *which)
{
    struct call call = {count, arguments, letters, names, which};
    return take(getopt_long, &call, CALLER_PC, CALLER_CFA);
}

ABI int __wrap_getopt_long_only(int count, char *const *arguments, const char *letters,
                                const struct option *names, int *which)
{
    struct call call = {count, arguments, letters, names, which};
    return take(getopt_long_only, &call, CALLER_PC, CALLER_CFA);
}
