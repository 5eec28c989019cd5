/* main_cc_compile.c - a source to an object, with all flags as they were said.
 *
 * A source that speaks of simd or of tasks goes by way of its preprocessed text,
 * in which they are marked (mark_files.h). Dependencies are written on the way
 * there, for the marked text includes nothing any more.
 */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/compile.h"
#include "interleave/compile_files.h"
#include "interleave/main_cc.h"
#include "interleave/main_tool.h"
#include "interleave/mark_files.h"

enum way { COMPILE, PREPROCESS, DUMP, COMPILE_MARKED };

const char *cc_kept(const char *text)
{
    char *copy = strdup(text);
    if (!copy)
        quit(EXIT_OURS, "[internal] out of memory");
    return copy;
}

static bool may_have_marks(const struct argument *argument)
{
    const char *dot = strrchr(argument->text, '.');
    bool is_c =
        argument->language ? strcmp(argument->language, "c") == 0 : dot && strcmp(dot, ".c") == 0;
    return argument->kind == ARGUMENT_SOURCE && is_c && marks_in_file(argument->text);
}

bool cc_has_marks(const struct driver *driver)
{
    for (int i = 0; i < driver->count; i++)
        if (may_have_marks(&driver->arguments[i]))
            return true;
    return false;
}

/* C before 1999 has no declarations where the marks need them. */
static bool is_old_c(const struct driver *driver)
{
    for (int i = 0; i < driver->count; i++) {
        const char *flag = driver->arguments[i].text;
        if (strcmp(flag, "-ansi") == 0 ||
            (strncmp(flag, "-std=", 5) == 0 && (strstr(flag, "89") || strstr(flag, "90"))))
            return true;
    }
    return false;
}

static bool is_for(const struct argument *argument, enum way way)
{
    bool flag = argument->kind == ARGUMENT_BOTH || argument->kind == ARGUMENT_COMPILES;
    bool dependency = strncmp(argument->text, "-M", 2) == 0;
    bool from_text = way == DUMP || way == COMPILE_MARKED;
    return flag && strcmp(argument->text, "-c") != 0 && !(from_text && dependency);
}

static void add_dependencies(const struct driver *driver, struct words *command, const char *file,
                             const char *target)
{
    if (driver->dependencies && !driver->dependency_file) {
        words_add(command, "-MF");
        words_add(command, file);
    }
    if (driver->dependencies && !driver->target) {
        words_add(command, "-MQ");
        words_add(command, target);
    }
}

static void add_words(struct words *command, const char *first, const char *second)
{
    words_add(command, first);
    words_add(command, second);
}

static const char *dump_flag(const char *file, char flag[2 * PATH_MAX])
{
    snprintf(flag, 2 * PATH_MAX, "-fdump-tree-gimple-lineno=%s", file);
    return flag;
}

/* from: the source, or its text. */
static int run(const struct driver *driver, enum way way, const struct argument *source,
               const char *from, const char *to, const char *dependency_file, const char *target)
{
    struct words command = {0};
    char dump[2 * PATH_MAX];
    words_add(&command, "gcc");
    for (int i = 0; i < driver->count; i++)
        if (is_for(&driver->arguments[i], way)) {
            words_add(&command, driver->arguments[i].text);
            if (driver->arguments[i].value)
                words_add(&command, driver->arguments[i].value);
        }
    if (way != DUMP && way != COMPILE_MARKED)
        add_dependencies(driver, &command, dependency_file, target);
    words_add_all(&command, compile_flags);
    words_add(&command, way == PREPROCESS ? "-E" : way == DUMP ? "-S" : "-c");
    if (way == DUMP)
        add_words(&command, "-w", dump_flag(to, dump));
    add_words(&command, "-o", way == DUMP ? "/dev/null" : to);
    if (way == DUMP || way == COMPILE_MARKED)
        add_words(&command, "-x", "cpp-output");
    else if (source->language)
        add_words(&command, "-x", source->language);
    words_add(&command, from);
    int status = gcc_run(&command);
    free(command.text);
    return status;
}

/* False when there is nothing to mark. */
static bool compile_marked(const struct driver *driver, const struct argument *source,
                           const char *object, const char *dependency_file, const char *target,
                           int *status)
{
    struct folder folder;
    char text[PATH_MAX], dump[PATH_MAX], marked[PATH_MAX];
    if (!folder_make(&folder))
        quit(EXIT_OURS, "[internal] no folder for the marked text: %s", strerror(errno));
    in_folder(&folder, ".i", 0, text);
    in_folder(&folder, ".gimple", 0, dump);
    in_folder(&folder, ".marked", 0, marked);
    *status = run(driver, PREPROCESS, source, source->text, text, dependency_file, target);
    bool dumped = *status == 0 && marks_need_dump(text);
    if (dumped)
        *status = run(driver, DUMP, source, text, dump, NULL, NULL);
    bool marks = *status == 0 && marks_write(text, dump, marked);
    if (marks)
        *status = run(driver, COMPILE_MARKED, source, marked, object, dependency_file, target);
    folder_remove(&folder, 0);
    bool refused = marks && dumped && *status != 0; /* gcc has taken it without marks */
    return !refused && (marks || *status != 0);
}

int cc_compile(const struct driver *driver, const struct argument *source, const char *object,
               const char *dependency_file, const char *target)
{
    int status;
    if (may_have_marks(source) && !is_old_c(driver) &&
        compile_marked(driver, source, object, dependency_file, target, &status))
        return status;
    return run(driver, COMPILE, source, source->text, object, dependency_file, target);
}

/* "counter.o" for "src/counter.c", here. */
static void with_ending(const char *source, const char *ending, char file[PATH_MAX])
{
    const char *slash = strrchr(source, '/'), *base = slash ? slash + 1 : source;
    const char *dot = strrchr(base, '.');
    snprintf(file, PATH_MAX, "%.*s%s", dot ? (int)(dot - base) : (int)strlen(base), base, ending);
}

int cc_compile_all(const struct driver *driver)
{
    char object[PATH_MAX], dependencies[PATH_MAX];
    int status = 0;
    if (driver->output && driver->sources > 1)
        quit(EXIT_WRONG_USE, "cc: cannot specify -o with -c and several files");
    for (int i = 0; i < driver->count; i++) {
        const struct argument *source = &driver->arguments[i];
        if (source->kind != ARGUMENT_SOURCE)
            continue;
        with_ending(source->text, ".o", object);
        with_ending(source->text, ".d", dependencies);
        const char *to = driver->output ? driver->output : object, *dot = strrchr(to, '.');
        if (driver->output)
            snprintf(dependencies, sizeof dependencies, "%.*s.d",
                     dot && !strchr(dot, '/') ? (int)(dot - to) : (int)strlen(to), to);
        int one = cc_compile(driver, source, to, dependencies, to);
        status = one ? one : status;
    }
    return status;
}
