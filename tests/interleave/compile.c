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
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/compile_files.h"
#include "interleave/compile_names.h"
#include "interleave/compile_words.h"
#include "interleave/gcc.h"
#include "interleave/mark_files.h"
#include "interleave/wrapped.h"

enum {
    LIMIT_SOURCE = 1 << 20 /* bytes of a source file */
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
    "-fstack-clash-protection", /* a stack that overflows meets its guard page, however far */
    "-fno-stack-protector",     /* its check reads the host's TLS; some systems turn it on */
    "-fcf-protection=none",     /* switches between stacks are no attacks; same code everywhere */
    "-U_FORTIFY_SOURCE",        /* memcpy stays memcpy and not __memcpy_chk */
    "-D_FORTIFY_SOURCE=0",
/* These stay calls, to be seen by __wrap_…. Not plain -fno-builtin: a
     * program of somebody's own would no longer have its printf formats checked. */
#define X(name, safety, why) "-fno-builtin-" #name,
    WRAPPED_MEMORY(X)
#undef X
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
    NULL,
};

static bool is_for_linker(const char *flag)
{
    return strncmp(flag, "-l", 2) == 0 || strncmp(flag, "-L", 2) == 0 ||
           strncmp(flag, "-Wl,", 4) == 0;
}

static void add_flags(struct arguments *arguments, const char *const *flags, bool linker)
{
    for (; flags && *flags; flags++)
        if (is_for_linker(*flags) == linker && strncmp(*flags, "-flto", 5) != 0)
            argument_add(arguments, *flags); /* at link time the hooks would come too late */
}

/* ---- The sources ---------------------------------------------------------- */

/* What a file is by the end of its name, if it is none of ours; else NULL. */
static const char *other_language(const char *path)
{
    static const char *const kinds[][2] = {{".cpp", "C++"},
                                           {".cc", "C++"},
                                           {".cxx", "C++"},
                                           {".C", "C++"},
                                           {".hpp", "C++"},
                                           {".f", "Fortran"},
                                           {".F", "Fortran"},
                                           {".f90", "Fortran"},
                                           {".F90", "Fortran"},
                                           {".f95", "Fortran"},
                                           {".s", "assembler"},
                                           {".S", "assembler"},
                                           {".o", "an object file: name its source"},
                                           {".a", "an archive: name its sources"},
                                           {".cu", "CUDA"},
                                           {".java", "Java"},
                                           {".py", "Python"},
                                           {".rs", "Rust"},
                                           {".go", "Go"}};
    const char *end = strrchr(path, '.');
    for (size_t i = 0; end && i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(end, kinds[i][0]) == 0)
            return kinds[i][1];
    return NULL;
}

/* Says why path is no C source text, and returns false. */
static bool is_source(struct build *build, const char *path)
{
    char words[PATH_MAX + 128];
    size_t size;
    char *text = file_read(path, LIMIT_SOURCE, &size);
    const char *zero = text ? memchr(text, 0, size) : NULL, *other = other_language(path);
    if (text && other)
        snprintf(words, sizeof words, "%s: this is %s; only programs in C can be tried\n", path,
                 other);
    else if (zero)
        snprintf(words, sizeof words, "%s: this is no C source file: byte %td is zero\n", path,
                 zero - text + 1);
    else if (!text && errno == EFBIG)
        snprintf(words, sizeof words, "%s: this is no C source file: larger than %d KiB\n", path,
                 LIMIT_SOURCE >> 10);
    else if (!text)
        snprintf(words, sizeof words, "%s: cannot be read: %s\n", path,
                 errno == EINVAL ? "not a regular file" : strerror(errno));
    bool good = text && !zero && !other;
    free(text);
    if (good)
        return true;
    text_append(&build->diagnostics, words);
    build->status = 1;
    return false;
}

/* ---- The commands --------------------------------------------------------- */

static void add_source(struct arguments *arguments, const struct build *build, int i,
                       char file[PATH_MAX])
{
    const char *path = build->sources[i];
    for (const char *const *folders = build->includes; folders && *folders; folders++) {
        argument_add(arguments, "-I");
        argument_add(arguments, *folders);
    }
    if (!build->own_folder)
        argument_add(arguments, "-I-");
    argument_add(arguments, "-x");
    argument_add(arguments, "c");
    /* gcc takes -x.c for an option and @x.c for a list of options */
    snprintf(file, PATH_MAX, "%s%s", *path == '-' || *path == '@' ? "./" : "", path);
    argument_add(arguments, file);
}

/* From a source to an object; or by way of its preprocessed text, in which simd
 * loops and tasks are marked. */
enum way { COMPILE, PREPROCESS, DUMP, COMPILE_MARKED, COMPILE_ASM };

/* An asm() may ask for one by name. */
static const char *const all_registers[] = {"-fcall-saved-rbx", "-fcall-saved-r12",
                                            "-fcall-saved-r13", "-fcall-saved-r14",
                                            "-fcall-saved-r15", NULL};

static void add_output(struct arguments *arguments, const struct folder *folder, int i,
                       enum way way, char output[2 * PATH_MAX])
{
    static const char dump[] = "-fdump-tree-gimple-lineno=";
    if (way == DUMP) {
        memcpy(output, dump, sizeof dump);
        in_folder(folder, ".gimple", i, output + strlen(dump));
        argument_add(arguments, output);
        argument_add(arguments, "-w");
    }
    argument_add(arguments, way == PREPROCESS ? "-E" : way == DUMP ? "-S" : "-c");
    argument_add(arguments, "-o");
    argument_add(arguments, way == DUMP
                                ? "/dev/null"
                                : in_folder(folder, way == PREPROCESS ? ".i" : ".o", i, output));
}

static pid_t start_compile(const struct build *build, const struct folder *folder, int i,
                           enum way way)
{
    char source[PATH_MAX], output[2 * PATH_MAX], err[PATH_MAX];
    struct arguments arguments = {.count = 0};
    argument_add(&arguments, "gcc");
    argument_add_all(&arguments, build->own_folder ? own_language : graded_language);
    add_flags(&arguments, build->flags, false);
    argument_add_all(&arguments, compile_flags);
    if (build->own_folder)
        argument_add(&arguments, "-pipe");
    else
        argument_add_all(&arguments, graded_extra);
    add_output(&arguments, folder, i, way, output);
    if (way == COMPILE_ASM)
        argument_add_all(&arguments, all_registers);
    if (way == DUMP || way == COMPILE_MARKED) {
        argument_add(&arguments, "-x");
        argument_add(&arguments, "cpp-output");
        argument_add(&arguments, in_folder(folder, way == DUMP ? ".i" : ".marked", i, source));
    } else {
        add_source(&arguments, build, i, source);
    }
    return gcc_start(&arguments, !build->own_folder, in_folder(folder, ".err", i, err));
}

/* The compiler that only speaks. */
static pid_t start_words(const struct build *build, const struct folder *folder, int i)
{
    char source[PATH_MAX], words[PATH_MAX];
    struct arguments arguments = {.count = 0};
    argument_add(&arguments, "gcc");
    argument_add_all(&arguments, graded_language);
    add_flags(&arguments, build->flags, false);
    argument_add(&arguments, "-fopenmp");
    argument_add(&arguments, "-fdiagnostics-color=never");
    argument_add(&arguments, "-S");
    argument_add(&arguments, "-o");
    argument_add(&arguments, "/dev/null");
    add_source(&arguments, build, i, source);
    return gcc_start(&arguments, true, in_folder(folder, ".words", i, words));
}

/* What is wrapped. A single source's own functions are its own in any case. */
static void add_wraps(struct arguments *arguments, const struct build *build,
                      char (*objects)[PATH_MAX], int sources)
{
    struct own_names own = {{false}};
    for (int i = 0; i < sources && (sources > 1 || build->objects); i++)
        own_names_of(objects[i], &own);
    for (const char *const *files = build->objects; files && *files; files++)
        own_names_of(*files, &own);
    for (int i = 0; i < WRAPPED_NAMES; i++)
        if (wrap_option(i, &own))
            argument_add(arguments, wrap_option(i, &own));
}

static int link_all(const struct build *build, const struct folder *folder, int sources)
{
    char err[PATH_MAX];
    struct arguments arguments = {.count = 0};
    char(*objects)[PATH_MAX] = malloc((size_t)(sources + 1) * sizeof *objects);
    if (!objects)
        return -1;
    argument_add(&arguments, "gcc");
    argument_add_all(&arguments, compile_link_flags);
    for (int i = 0; i < sources; i++)
        argument_add(&arguments, in_folder(folder, ".o", i, objects[i]));
    add_wraps(&arguments, build, objects, sources);
    argument_add_all(&arguments, build->objects);
    argument_add(&arguments, "-o");
    argument_add(&arguments, build->output);
    add_flags(&arguments, build->flags, true);
    argument_add(&arguments, "-lm");
    argument_add(&arguments, "-lc");
    /* not -lgcc: that has a __wrap_pthread_create */
    argument_add(&arguments, "-l:libgcc_s.so.1");
    int status = gcc_finish(
        gcc_start(&arguments, !build->own_folder, in_folder(folder, ".err", sources, err)));
    free(objects);
    return status;
}

/* C before 1999 has no declarations where the marks need them. */
static bool is_old_c(const struct build *build)
{
    for (const char *const *flags = build->flags; flags && *flags; flags++)
        if (strcmp(*flags, "-ansi") == 0 ||
            (strncmp(*flags, "-std=", 5) == 0 && (strstr(*flags, "89") || strstr(*flags, "90"))))
            return true;
    return false;
}

/* A program of somebody's own whose simd loops and tasks are to be judged. False
 * when it has none, or when gcc does not take the marked text: then the source itself is
 * compiled, and gcc says what there is to say about it. */
static bool compile_marked(struct build *build, const struct folder *folder, int i)
{
    char text[PATH_MAX], dump[PATH_MAX], marked[PATH_MAX], err[PATH_MAX];
    char *words = NULL;
    if (!build->own_folder || is_old_c(build) || !marks_in_file(build->sources[i]))
        return false;
    in_folder(folder, ".i", i, text);
    in_folder(folder, ".gimple", i, dump);
    in_folder(folder, ".marked", i, marked);
    int status = gcc_finish(start_compile(build, folder, i, PREPROCESS));
    text_append_file(&words, in_folder(folder, ".err", i, err), GCC_LIMIT_OUTPUT);
    if (status == 0 && marks_need_dump(text))
        gcc_finish(start_compile(build, folder, i, DUMP));
    bool done = status == 0 && marks_write(text, dump, marked) &&
                gcc_finish(start_compile(build, folder, i, COMPILE_MARKED)) == 0;
    if (done && words)
        text_append(&build->diagnostics, words);
    if (done)
        text_append_file(&build->diagnostics, err, GCC_LIMIT_OUTPUT);
    free(words);
    return done;
}

/* One source. What gcc says is added to the diagnostics. */
static void compile_one(struct build *build, const struct folder *folder, int i)
{
    char file[PATH_MAX];
    if (compile_marked(build, folder, i))
        return;
    pid_t words = build->own_folder ? -1 : start_words(build, folder, i);
    int status = gcc_finish(start_compile(build, folder, i, COMPILE));
    if (status != 0 && build->own_folder &&
        words_want_registers(in_folder(folder, ".err", i, file)))
        status = gcc_finish(start_compile(build, folder, i, COMPILE_ASM));
    bool spoke = false;
    if (!build->own_folder) {
        int spoken = gcc_finish(words);
        spoke = spoken != 0;
        status = spoke ? spoken : status; /* -Werror is the learner's compiler's alone */
        text_append_file(&build->diagnostics, in_folder(folder, ".words", i, file),
                         GCC_LIMIT_OUTPUT);
    }
    if (build->own_folder || (status != 0 && !spoke)) /* the runtime's flags alone fail */
        text_append_file(&build->diagnostics, in_folder(folder, ".err", i, file), GCC_LIMIT_OUTPUT);
    if (status != 0)
        build->status = status;
    else if (!build->own_folder && i == 0)
        text_append_file(&build->preprocessed, in_folder(folder, ".i", i, file), GCC_LIMIT_OUTPUT);
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
        words_settle(build->diagnostics);
    if (build->status == 0) {
        build->status = link_all(build, &folder, sources);
        text_append_file(&build->diagnostics, in_folder(&folder, ".err", sources, file),
                         GCC_LIMIT_OUTPUT);
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
