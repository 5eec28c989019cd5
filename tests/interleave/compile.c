/* compile.c - builds a C program for interleave, with gcc.
 *
 * One gcc compiles each source, one links. Graded code has a second compiler
 * beside the first, on another core, whose only product is its words: they must
 * be those of `gcc -std=c17 -Wall -Wextra -fopenmp`, and some of the runtime's
 * flags change what gcc says. For graded code -I- keeps a quoted include from
 * looking beside the source, where the learner may have changed the header.
 *
 * gcc writes to files in a private folder, not to pipes, so two of them can run
 * at once and none can fill a pipe that nobody reads.
 */
#include "interleave/compile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "interleave/compile_files.h"
#include "interleave/wrapped.h"

/* What graded code may cost the compiler. Above each, gcc is stopped and the
 * build counts as failed; ordinary files stay a hundred times below. */
enum {
    LIMIT_SOURCE = 1 << 20,  /* bytes of one source file */
    LIMIT_CPU = 20,          /* seconds of one gcc process */
    LIMIT_MEMORY_MIB = 1024, /* address space of one gcc process */
    LIMIT_OUTPUT = 64 << 20, /* bytes of any file that gcc writes */
    ROOM = 256               /* arguments of one gcc command */
};

/* Language and warnings; the caller's flags follow and may overrule them. C17
 * allows none of what -Werror names here. gcc 14 refuses it and older ones only
 * warn, but whether a file builds must not depend on the version. */
static const char *const graded_language[] = {"-std=c17",
                                              "-Wall",
                                              "-Wextra",
                                              "-Werror=implicit-function-declaration",
                                              "-Werror=implicit-int",
                                              "-Werror=int-conversion",
                                              "-Werror=incompatible-pointer-types",
                                              NULL};
/* A program of somebody's own is compiled as plain `gcc -fopenmp` would. */
static const char *const own_language[] = {"-std=gnu17", "-Wall", "-Wextra", NULL};

const char *const compile_flags[] = {
    "-fopenmp",
    "-O0",   /* each read in the source is a read: at -O1 two reads of `seats` become one */
    "-g",    /* names and lines in the pictures */
    "-fPIC", /* loaded as a shared object, so that its TLS can be ours */
    "-fsanitize=thread",   /* a hook before each access to memory that others may reach */
    "-Wno-tsan",           /* a fence is no fault here: this runtime understands them */
    "-fno-inline-atomics", /* else the write of `atomic *=` is a lock cmpxchg without a hook */
    "-fno-common",         /* each global has one definition, and a name of its own */
    "-ftls-model=global-dynamic",   /* TLS through __tls_get_addr: a block per logical thread */
    "-fsanitize-coverage=trace-pc", /* a hook in each basic block: loops without accesses, costs */
    /* nothing of the program lives in a register across a call: its state is in memory */
    "-ffixed-rbx",
    "-ffixed-r12",
    "-ffixed-r13",
    "-ffixed-r14",
    "-ffixed-r15",
    "-ftrivial-auto-var-init=pattern", /* a variable that nobody set is the same in each run */
    "-fno-stack-protector",            /* its check reads the host's TLS; some systems turn it on */
    "-fcf-protection=none", /* switches between stacks are no attacks; same code everywhere */
    "-U_FORTIFY_SOURCE",    /* memcpy stays memcpy and not __memcpy_chk */
    "-D_FORTIFY_SOURCE=0",
    /* These stay calls, to be seen by __wrap_…. Not plain -fno-builtin: a
     * program of somebody's own would no longer have its printf formats checked. */
    "-fno-builtin-memcpy",
    "-fno-builtin-memmove",
    "-fno-builtin-memset",
    "-fno-builtin-memcmp",
    "-fno-builtin-strlen",
    "-fno-builtin-strcpy",
    "-fno-builtin-strncpy",
    "-fno-builtin-strcat",
    "-fno-builtin-strcmp",
    "-fno-builtin-strncmp",
    "-fno-builtin-strchr",
    "-fno-builtin-strrchr",
    "-fno-builtin-strstr",
    "-fno-builtin-strdup",
    "-fno-builtin-malloc",
    "-fno-builtin-calloc",
    "-fno-builtin-realloc",
    "-fno-builtin-free",
    "-fdiagnostics-color=never",
    NULL,
};

/* The preprocessed text is kept on the way; what is wrong, the other compiler says. */
static const char *const graded_extra[] = {"-save-temps=obj", "-w", NULL};

const char *const compile_link_flags[] = {
    "-shared",
    "-nostdlib",      /* neither libgomp nor libtsan nor start files; libc follows */
    "-Wl,-Bsymbolic", /* a global called `index` is the program's own, not libc's */
    "-Wl,-z,now",     /* a missing entry point shows when loading, by name */
    "-Wl,-z,norelro", /* all of its writable data can be put back */
    "-Wl,--hash-style=gnu",
    "-Wl,--build-id=none",
#define X(name, safety, why) "-Wl,--wrap=" #name,
    WRAPPED(X)
#undef X
        NULL,
};

struct arguments {
    const char *text[ROOM];
    int count;
};

static void add(struct arguments *arguments, const char *text)
{
    if (arguments->count < ROOM - 1)
        arguments->text[arguments->count++] = text;
    arguments->text[arguments->count] = NULL;
}

static void add_all(struct arguments *arguments, const char *const *texts)
{
    for (; texts && *texts; texts++)
        add(arguments, *texts);
}

static bool is_for_linker(const char *flag)
{
    return strncmp(flag, "-l", 2) == 0 || strncmp(flag, "-L", 2) == 0 ||
           strncmp(flag, "-Wl,", 4) == 0;
}

static void add_flags(struct arguments *arguments, const char *const *flags, bool linker)
{
    for (; flags && *flags; flags++)
        if (is_for_linker(*flags) == linker && strncmp(*flags, "-flto", 5) != 0)
            add(arguments, *flags); /* at link time the hooks would come too late */
}

/* ---- Processes ---------------------------------------------------------- */

static void limit(int resource, rlim_t most) { setrlimit(resource, &(struct rlimit){most, most}); }

static void open_as(const char *path, int flags, int descriptor)
{
    int fd = open(path, flags, 0600);
    if (fd < 0 || dup2(fd, descriptor) < 0)
        _exit(126);
}

/* Starts gcc with its words in the file called err. */
static pid_t start(const struct arguments *arguments, bool limited, const char *err)
{
    pid_t child = fork();
    if (child != 0)
        return child;
    const int flags = O_WRONLY | O_CREAT | O_TRUNC;
    open_as("/dev/null", O_RDONLY, 0);
    open_as("/dev/null", flags, 1);
    open_as(err, flags, 2);
    if (limited) {
        limit(RLIMIT_CPU, LIMIT_CPU);
#if !defined(__SANITIZE_ADDRESS__) /* its shadow is larger than this already */
        limit(RLIMIT_AS, (rlim_t)LIMIT_MEMORY_MIB << 20);
#endif
        limit(RLIMIT_FSIZE, LIMIT_OUTPUT);
        limit(RLIMIT_CORE, 0);
    }
    setenv("LC_ALL", "C", 1); /* the same words on every machine */
    execvp(arguments->text[0], (char *const *)arguments->text);
    _exit(127);
}

/* gcc's exit status; 128 + signal when it was killed; -1 when it never ran. */
static int finish(pid_t child)
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

/* ---- The sources ---------------------------------------------------------- */

/* Says why path is no C source text, and returns false. */
static bool is_source(struct build *build, const char *path)
{
    char words[PATH_MAX + 128];
    size_t size;
    char *text = file_read(path, LIMIT_SOURCE, &size);
    const char *zero = text ? memchr(text, 0, size) : NULL;
    if (zero)
        snprintf(words, sizeof words, "%s: this is no C source file: byte %td is zero\n", path,
                 zero - text + 1);
    else if (!text && errno == EFBIG)
        snprintf(words, sizeof words, "%s: this is no C source file: larger than %d KiB\n", path,
                 LIMIT_SOURCE >> 10);
    else if (!text)
        snprintf(words, sizeof words, "%s: cannot be read: %s\n", path,
                 errno == EINVAL ? "not a regular file" : strerror(errno));
    bool good = text && !zero;
    free(text);
    if (good)
        return true;
    text_append(&build->diagnostics, words);
    build->status = 1;
    return false;
}

/* -I- is the only way to say it, and gcc greets it with this line. */
static void drop_greeting(char *words)
{
    static const char greeting[] =
        "cc1: note: obsolete option '-I-' used, please use '-iquote' instead\n";
    char *found;
    while ((found = strstr(words, greeting)) != NULL)
        memmove(found, found + sizeof greeting - 1, strlen(found + sizeof greeting - 1) + 1);
}

/* How much gcc had when it met its limit differs from run to run. */
static void drop_amounts(char *words)
{
    static const char start[] = "out of memory";
    for (char *at = strstr(words, start); at; at = strstr(at, start)) {
        at += sizeof start - 1;
        char *end = at + strcspn(at, "\n");
        memmove(at, end, strlen(end) + 1);
    }
}

/* ---- The commands --------------------------------------------------------- */

static void add_source(struct arguments *arguments, const struct build *build, int i,
                       char file[PATH_MAX])
{
    const char *path = build->sources[i];
    for (const char *const *folders = build->includes; folders && *folders; folders++) {
        add(arguments, "-I");
        add(arguments, *folders);
    }
    if (!build->own_folder)
        add(arguments, "-I-");
    add(arguments, "-x");
    add(arguments, "c");
    /* gcc takes -x.c for an option and @x.c for a list of options */
    snprintf(file, PATH_MAX, "%s%s", *path == '-' || *path == '@' ? "./" : "", path);
    add(arguments, file);
}

static pid_t start_compile(const struct build *build, const struct folder *folder, int i)
{
    char source[PATH_MAX], object[PATH_MAX], err[PATH_MAX];
    struct arguments arguments = {.count = 0};
    add(&arguments, "gcc");
    add_all(&arguments, build->own_folder ? own_language : graded_language);
    add_flags(&arguments, build->flags, false);
    add_all(&arguments, compile_flags);
    if (build->own_folder)
        add(&arguments, "-pipe");
    else
        add_all(&arguments, graded_extra);
    add(&arguments, "-c");
    add(&arguments, "-o");
    add(&arguments, in_folder(folder, ".o", i, object));
    add_source(&arguments, build, i, source);
    return start(&arguments, !build->own_folder, in_folder(folder, ".err", i, err));
}

/* The compiler that only speaks. */
static pid_t start_words(const struct build *build, const struct folder *folder, int i)
{
    char source[PATH_MAX], words[PATH_MAX];
    struct arguments arguments = {.count = 0};
    add(&arguments, "gcc");
    add_all(&arguments, graded_language);
    add_flags(&arguments, build->flags, false);
    add(&arguments, "-fopenmp");
    add(&arguments, "-fdiagnostics-color=never");
    add(&arguments, "-S");
    add(&arguments, "-o");
    add(&arguments, "/dev/null");
    add_source(&arguments, build, i, source);
    return start(&arguments, true, in_folder(folder, ".words", i, words));
}

static int link_all(const struct build *build, const struct folder *folder, int sources)
{
    char err[PATH_MAX];
    struct arguments arguments = {.count = 0};
    char(*objects)[PATH_MAX] = malloc((size_t)(sources + 1) * sizeof *objects);
    if (!objects)
        return -1;
    add(&arguments, "gcc");
    add_all(&arguments, compile_link_flags);
    for (int i = 0; i < sources; i++)
        add(&arguments, in_folder(folder, ".o", i, objects[i]));
    add_all(&arguments, build->objects);
    add(&arguments, "-o");
    add(&arguments, build->output);
    add_flags(&arguments, build->flags, true);
    add(&arguments, "-lm");
    add(&arguments, "-lc");
    add(&arguments, "-lgcc");
    add(&arguments, "-lgcc_eh"); /* what -fexceptions needs */
    int status =
        finish(start(&arguments, !build->own_folder, in_folder(folder, ".err", sources, err)));
    free(objects);
    return status;
}

/* One source. What gcc says is added to the diagnostics. */
static void compile_one(struct build *build, const struct folder *folder, int i)
{
    char file[PATH_MAX];
    pid_t words = build->own_folder ? -1 : start_words(build, folder, i);
    int status = finish(start_compile(build, folder, i));
    bool spoke = false;
    if (!build->own_folder) {
        int spoken = finish(words);
        spoke = spoken != 0;
        status = spoke ? spoken : status; /* -Werror is the learner's compiler's alone */
        text_append_file(&build->diagnostics, in_folder(folder, ".words", i, file), LIMIT_OUTPUT);
    }
    if (build->own_folder || (status != 0 && !spoke)) /* the runtime's flags alone fail */
        text_append_file(&build->diagnostics, in_folder(folder, ".err", i, file), LIMIT_OUTPUT);
    if (status != 0)
        build->status = status;
    else if (!build->own_folder && i == 0)
        text_append_file(&build->preprocessed, in_folder(folder, ".i", i, file), LIMIT_OUTPUT);
}

int compile(struct build *build)
{
    struct folder folder;
    char file[PATH_MAX];
    int sources = 0;
    build->diagnostics = NULL;
    build->preprocessed = NULL;
    build->status = 0;
    text_append(&build->diagnostics, "");
    if (!build->diagnostics || !folder_make(&folder))
        return -1;
    while (build->sources[sources] && is_source(build, build->sources[sources]))
        sources++;
    bool refused = build->status != 0;
    for (int i = 0; i < sources && build->status >= 0 && !refused; i++)
        compile_one(build, &folder, i);
    if (!build->own_folder)
        drop_greeting(build->diagnostics), drop_amounts(build->diagnostics);
    if (build->status == 0) {
        build->status = link_all(build, &folder, sources);
        text_append_file(&build->diagnostics, in_folder(&folder, ".err", sources, file),
                         LIMIT_OUTPUT);
    }
    int error = errno;
    folder_remove(&folder, sources);
    errno = error;
    return build->status < 0 ? -1 : 0;
}

void build_free(struct build *build)
{
    free(build->diagnostics);
    free(build->preprocessed);
    build->diagnostics = build->preprocessed = NULL;
}
