/* main_cc_link.c - sources and objects become a program or a library. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "interleave/compile.h"
#include "interleave/compile_files.h"
#include "interleave/compile_names.h"
#include "interleave/main_cc.h"
#include "interleave/main_tool.h"

void driver_add(struct driver *driver, struct argument argument)
{
    if (driver->count == driver->room) {
        driver->room = driver->room ? 2 * driver->room : 64;
        driver->arguments =
            realloc(driver->arguments, (size_t)driver->room * sizeof *driver->arguments);
        if (!driver->arguments)
            quit(EXIT_OURS, "[internal] out of memory");
    }
    driver->arguments[driver->count++] = argument;
}

static void add_argument(struct words *command, const struct argument *argument)
{
    words_add(command, argument->text);
    if (argument->value)
        words_add(command, argument->value);
}

/* Where gcc would write the dependencies of a source when it also links: prog.d,
 * or prog-source.d when there are several; they are the program's. */
static void dependency_file(const struct driver *driver, const char *source, char file[PATH_MAX])
{
    const char *output = driver->output ? driver->output : "a.out";
    const char *slash = strrchr(source, '/'), *base = slash ? slash + 1 : source;
    if (driver->sources == 1)
        snprintf(file, PATH_MAX, "%s.d", output);
    else
        snprintf(file, PATH_MAX, "%s-%.*s.d", output, (int)strcspn(base, "."), base);
}

static int compile_to_link(const struct driver *driver, const struct argument *source,
                           const char *object)
{
    char file[PATH_MAX];
    dependency_file(driver, source->text, file);
    return cc_compile(driver, source, object, file, driver->output ? driver->output : "a.out");
}

/* ---- the start of a program --------------------------------------------------------------- */

static void write_launcher(const char *path)
{
    FILE *out = fopen(path, "w");
    bool written = out && fputs(launcher_source, out) >= 0;
    if (out)
        written &= fclose(out) == 0;
    if (!written)
        quit(EXIT_OURS, "[internal] %s: %s", path, strerror(errno));
}

static int compile_launcher(const char *source, const char *object)
{
    char tool[PATH_MAX], define[PATH_MAX + 32];
    ssize_t length = readlink("/proc/self/exe", tool, sizeof tool - 1);
    tool[length > 0 ? length : 0] = '\0';
    snprintf(define, sizeof define, "-DLAUNCHER=\"%s\"", tool);
    write_launcher(source);
    const char *const flags[] = {"gcc",
                                 "-std=gnu17",
                                 "-w",
                                 "-O1",
                                 "-fPIC",
                                 "-ffreestanding",
                                 "-fno-stack-protector",
                                 "-fcf-protection=none",
                                 "-U_FORTIFY_SOURCE",
                                 define,
                                 "-x",
                                 "c",
                                 source,
                                 "-c",
                                 "-o",
                                 object,
                                 NULL};
    struct words command = {0};
    words_add_all(&command, flags);
    int status = gcc_run(&command);
    free(command.text);
    return status;
}

/* The names of the runtime, which are not there yet, in a file for the linker. */
static void write_names(const char *path)
{
    FILE *out = fopen(path, "w");
    if (!out || !cc_write_names(out) || fclose(out) != 0)
        quit(EXIT_OURS, "[internal] %s: %s", path, strerror(errno));
}

/* ---- linking ---------------------------------------------------------------------------------- */

static void add_start(struct words *command, const struct folder *folder, int number)
{
    char file[PATH_MAX], object[PATH_MAX];
    if (compile_launcher(in_folder(folder, ".i", number, file),
                         in_folder(folder, ".o", number, object)) != 0)
        quit(EXIT_OURS, "[internal] the start of the program could not be compiled");
    words_add(command, cc_kept(object));
    words_add(command, "-Wl,-e,interleave_start");
    words_add(command, "-Wl,-z,defs"); /* what nothing defines does not link */
}

/* The library that -lNAME or -l:FILE names, where the command's own -L lead; one of
 * the system's is none of the program's. */
static bool find_library(const struct driver *driver, const char *name, char path[PATH_MAX])
{
    for (int i = 0; i < driver->count; i++) {
        const struct argument *argument = &driver->arguments[i];
        if (strncmp(argument->text, "-L", 2) != 0)
            continue;
        const char *folder = argument->value ? argument->value : argument->text + 2;
        for (int archive = 0; archive < 2; archive++) {
            if (name[0] == ':')
                snprintf(path, PATH_MAX, "%s/%s", folder, name + 1);
            else
                snprintf(path, PATH_MAX, "%s/lib%s.%s", folder, name, archive ? "a" : "so");
            if (access(path, R_OK) == 0)
                return true;
        }
    }
    return false;
}

static void look_at(const char *file, struct own_names *own)
{
    own_names_of(file, own);
    if (program_is_ours(file))
        cc_look_at_library(file);
}

/* Functions that the program has itself by names of libc's are its own. */
static void add_wraps(const struct driver *driver, const struct folder *folder,
                      struct words *command)
{
    struct own_names own = {{false}};
    char file[PATH_MAX];
    int source = 0;
    for (int i = 0; i < driver->count; i++) {
        const struct argument *argument = &driver->arguments[i];
        const char *flag = argument->text;
        if (argument->kind == ARGUMENT_SOURCE)
            own_names_of(in_folder(folder, ".o", source++, file), &own);
        else if (argument->kind == ARGUMENT_OBJECT)
            look_at(flag, &own);
        else if (strncmp(flag, "-l", 2) == 0 &&
                 find_library(driver, argument->value ? argument->value : flag + 2, file))
            look_at(file, &own);
    }
    for (int i = 0; i < WRAPPED_NAMES; i++)
        if (wrap_option(i, &own))
            words_add(command, wrap_option(i, &own));
}

static int link_objects(const struct driver *driver, const struct folder *folder)
{
    struct words command = {0};
    char file[PATH_MAX];
    int source = 0;
    words_add(&command, "gcc");
    for (int i = 0; i < driver->count; i++) {
        const struct argument *argument = &driver->arguments[i];
        if (argument->kind == ARGUMENT_SOURCE)
            words_add(&command, cc_kept(in_folder(folder, ".o", source++, file)));
        else if (argument->kind == ARGUMENT_BOTH || argument->kind == ARGUMENT_LINKS ||
                 argument->kind == ARGUMENT_OBJECT || argument->kind == ARGUMENT_OUTPUT)
            add_argument(&command, argument);
        if (argument->kind == ARGUMENT_OBJECT)
            cc_look_at(argument->text);
    }
    if (!driver->shared)
        add_start(&command, folder, driver->sources);
    write_names(in_folder(folder, ".words", driver->sources, file));
    char names[PATH_MAX + 8];
    snprintf(names, sizeof names, "-Wl,@%s", file);
    words_add(&command, names);
    words_add_all(&command, compile_link_flags);
    add_wraps(driver, folder, &command);
    static const char *const libraries[] = {"-lm", "-lc", "-l:libgcc_s.so.1", NULL};
    words_add_all(&command, libraries);
    int status = gcc_run(&command);
    free(command.text);
    return status;
}

int cc_link(const struct driver *driver)
{
    struct folder folder;
    char object[PATH_MAX];
    int source = 0, status = 0;
    if (!folder_make(&folder))
        quit(EXIT_OURS, "[internal] no folder for objects: %s", strerror(errno));
    for (int i = 0; i < driver->count && status == 0; i++)
        if (driver->arguments[i].kind == ARGUMENT_SOURCE)
            status = compile_to_link(driver, &driver->arguments[i],
                                     in_folder(&folder, ".o", source++, object));
    if (status == 0)
        status = link_objects(driver, &folder);
    folder_remove(&folder, driver->sources);
    return status;
}
