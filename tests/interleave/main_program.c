/* main_program.c - the program under test: compiled, loaded, run. */
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "interleave/compile.h"
#include "interleave/compile_files.h"
#include "interleave/libc.h"
#include "interleave/main_tool.h"
#include "interleave/places.h"

typedef int (*main_function)(int, char **, char **);

static main_function program;
static char **arguments;

/* The runtime's exit(): ends the execution, not the tool. */
_Noreturn void __wrap_exit(int status);

void program_run(const void *input)
{
    const struct asked *asked = input;
    interleave_construct(asked->argument_count, arguments, environ);
    __wrap_exit(program(asked->argument_count, arguments, environ));
}

static void compile_to(const struct asked *asked, const char *output)
{
    struct build build = {.sources = asked->sources,
                          .objects = asked->objects,
                          .flags = asked->flags,
                          .own_folder = true,
                          .output = output};
    if (compile(&build) != 0)
        quit(EXIT_OURS, "gcc cannot be run: %s; is it installed?", strerror(errno));
    fputs(build.diagnostics, stderr);
    int status = build.status;
    build_free(&build);
    if (status != 0)
        exit(EXIT_WRONG_USE); /* gcc has said why */
}

/* Loading needs a file; it can go as soon as that has happened. */
static struct folder folder;
static char object[PATH_MAX];

static void make_folder(void)
{
    if (!folder_make(&folder)) {
        char *name = strrchr(folder.path, '/');
        quit(EXIT_WRONG_USE, "no folder can be made in %.*s: %s; TMPDIR can name another place",
             (int)(name - folder.path), folder.path, strerror(errno));
    }
    snprintf(object, sizeof object, "%s/program.so", folder.path);
}

static void remove_folder(void)
{
    unlink(object);
    rmdir(folder.path);
}

/* dlerror() speaks of a temporary file; the name of the symbol is what counts. */
static void explain_load(const char *why)
{
    const char *symbol = strstr(why, "undefined symbol: ");
    if (!symbol)
        quit(EXIT_WRONG_USE, "the program cannot be loaded: %s", why);
    symbol += strlen("undefined symbol: ");
    if (strncmp(symbol, "GOMP_", 5) == 0 || strncmp(symbol, "omp_", 4) == 0)
        quit(EXIT_WRONG_USE, "the program uses %s, which this runtime does not have yet", symbol);
    quit(EXIT_WRONG_USE, "nothing defines %s: is a source file or a library (-l...) missing?",
         symbol);
}

/* The program's own libraries are part of it: their data is put back too. */
static void load_libraries(void *handle)
{
    struct link_map *map = NULL;
    if (dlinfo(handle, RTLD_DI_LINKMAP, &map) != 0)
        return;
    for (struct link_map *each = map->l_next; each; each = each->l_next) {
        const char *why =
            program_is_ours(each->l_name) ? interleave_load(each->l_name, true) : NULL;
        if (why)
            quit(EXIT_WRONG_USE, "%s: %s", each->l_name, why);
    }
}

/* The file to load; a linked program is loaded from where it is. */
static const char *file_to_load(const struct asked *asked)
{
    static char path[PATH_MAX];
    if (!asked->built) {
        make_folder();
        atexit(remove_folder);
        compile_to(asked, object);
        return object;
    }
    if (!realpath(asked->files[0], path))
        quit(EXIT_WRONG_USE, "%s: %s", asked->files[0], strerror(errno));
    if (!program_is_ours(path))
        quit(EXIT_WRONG_USE,
             "%s was not linked by interleave cc: build it with CC=\"interleave cc\", or name its "
             "sources",
             asked->files[0]);
    return path;
}

void program_load(const struct asked *asked)
{
    const char *path = file_to_load(asked), *why = interleave_load(path, true);
    if (why)
        explain_load(why);
    atexit(libc_commit);
    void *handle = dlopen(path, RTLD_NOW | RTLD_NOLOAD);
    program = handle ? (main_function)(uintptr_t)dlsym(handle, "main") : NULL;
    if (!handle || !program || !place_symbol("main", NULL))
        quit(EXIT_WRONG_USE, "%s defines no main(): name all sources of the program",
             asked->files[0]);
    load_libraries(handle);
    if (!asked->launched)
        asked->arguments[0] = (char *)(uintptr_t)asked->files[0];
    arguments = interleave_arguments(asked->argument_count, asked->arguments);
}
