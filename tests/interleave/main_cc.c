/* main_cc.c - `interleave cc`: gcc as a Makefile calls it.
 *
 * The command line is gcc's. What only asks gcc something (--version, -E, -M …)
 * goes to it as it is, with the runtime's flags behind. `-c` too: an object
 * looks like any other. A command that links is done in two steps, because the
 * runtime's flags of compiling must not reach the linker (-fopenmp would bring
 * libgomp): each source to an object in a private folder, then all that is left
 * with the objects in the sources' places.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "interleave/compile.h"
#include "interleave/main_cc.h"
#include "interleave/main_options.h"

static bool begins(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

static bool one_of(const char *text, const char *const *words)
{
    for (; *words; words++)
        if (strcmp(text, *words) == 0)
            return true;
    return false;
}

/* ---- words ------------------------------------------------------------------------ */

void words_add(struct words *words, const char *text)
{
    if (words->count + 2 > words->room) {
        words->room = words->room ? 2 * words->room : 64;
        words->text = realloc(words->text, (size_t)words->room * sizeof *words->text);
        if (!words->text)
            quit(EXIT_OURS, "[internal] out of memory");
    }
    words->text[words->count++] = text;
    words->text[words->count] = NULL;
}

void words_add_all(struct words *words, const char *const *texts)
{
    for (; *texts; texts++)
        words_add(words, *texts);
}

static _Noreturn void become(const struct words *command)
{
    execvp("gcc", (char *const *)command->text);
    quit(EXIT_WRONG_USE, "gcc cannot be run: %s; is it installed?", strerror(errno));
}

int gcc_run(const struct words *command)
{
    int status;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0)
        become(command);
    while (child > 0 && waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            child = -1;
    if (child < 0)
        quit(EXIT_OURS, "[internal] no process for gcc: %s", strerror(errno));
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* ---- what an argument is -------------------------------------------------------------- */

/* Flags whose value is the next word. */
static const char *const with_value[] = {"-o",        "-x",           "-I",
                                         "-D",        "-U",           "-L",
                                         "-l",        "-u",           "-T",
                                         "-z",        "-e",           "-h",
                                         "-B",        "-MF",          "-MT",
                                         "-MQ",       "-include",     "-imacros",
                                         "-isystem",  "-iquote",      "-idirafter",
                                         "-iprefix",  "-iwithprefix", "-isysroot",
                                         "-Xlinker",  "-Xassembler",  "-Xpreprocessor",
                                         "--param",   "-aux-info",    "-wrapper",
                                         "-dumpbase", "-dumpdir",     "--entry",
                                         NULL};

/* What would not go together with the runtime, and changes no meaning. */
static bool is_dropped(const char *flag)
{
    static const char *const dropped[] = {"-pg",
                                          "-p",
                                          "--coverage",
                                          "-coverage",
                                          "-fprofile-arcs",
                                          "-ftest-coverage",
                                          "-static",
                                          "-pie",
                                          "-static-pie",
                                          "-no-pie",
                                          "-s",
                                          "-static-libgcc",
                                          "-fuse-linker-plugin",
                                          "-static-libasan",
                                          "-static-libtsan",
                                          "-static-libubsan",
                                          NULL};
    return one_of(flag, dropped) || begins(flag, "-fsanitize") || begins(flag, "-fprofile-") ||
           begins(flag, "-flto");
}

static bool is_for_linking(const char *flag)
{
    static const char *const words[] = {
        "-Xlinker",  "-shared",       "-rdynamic",      "-T",      "-u", "-z", "-e", "-h",
        "-nostdlib", "-nostartfiles", "-nodefaultlibs", "--entry", NULL};
    return begins(flag, "-l") || begins(flag, "-L") || begins(flag, "-Wl,") || one_of(flag, words);
}

static bool is_for_compiling(const char *flag)
{
    return begins(flag, "-M") || begins(flag, "-x") || begins(flag, "-D") || begins(flag, "-U") ||
           begins(flag, "-I") || begins(flag, "-i") || begins(flag, "-f") || begins(flag, "-Wp,") ||
           begins(flag, "-Wa,");
}

/* A question that gcc answers without a file, or with text about one. */
static bool is_question(const char *flag)
{
    static const char *const words[] = {"--version", "-###", "--help", "--target-help",
                                        "-E",        "-M",   "-MM",    NULL};
    return one_of(flag, words) || begins(flag, "-dump") || begins(flag, "-print") ||
           begins(flag, "--print") || begins(flag, "--help=") || begins(flag, "-fself-test");
}

static bool is_source(const char *file, const char *language)
{
    static const char *const endings[] = {".c",   ".i",   ".s", ".S", ".sx", ".cc",
                                          ".cpp", ".cxx", ".C", ".h", NULL};
    const char *dot = strrchr(file, '.');
    return (language && strcmp(language, "none") != 0) || (dot && one_of(dot, endings));
}

/* ---- reading the command line ------------------------------------------------------------ */

static void take_flag(struct driver *driver, const char *flag, const char *value)
{
    struct argument argument = {.text = flag, .value = value};
    if (begins(flag, "-o")) {
        driver->output = value ? value : flag + 2;
        argument.kind = ARGUMENT_OUTPUT;
    } else if (is_dropped(flag)) {
        return;
    } else if (begins(flag, "-x")) {
        driver->language = value ? value : flag + 2;
        argument.kind = ARGUMENT_LANGUAGE;
    } else {
        argument.kind = is_for_linking(flag)     ? ARGUMENT_LINKS
                        : is_for_compiling(flag) ? ARGUMENT_COMPILES
                                                 : ARGUMENT_BOTH;
    }
    driver->question |= is_question(flag);
    driver->only_compiles |=
        strcmp(flag, "-c") == 0 || strcmp(flag, "-S") == 0 || strcmp(flag, "-fsyntax-only") == 0;
    driver->partial |= strcmp(flag, "-r") == 0;
    driver->shared |= strcmp(flag, "-shared") == 0;
    driver->dependencies |= strcmp(flag, "-MD") == 0 || strcmp(flag, "-MMD") == 0;
    driver->dependency_file |= begins(flag, "-MF");
    driver->target |= begins(flag, "-MT") || begins(flag, "-MQ");
    driver->asm_only |= strcmp(flag, "-S") == 0 || strcmp(flag, "-fsyntax-only") == 0;
    if (strcmp(flag, "-m32") == 0 || strcmp(flag, "-mx32") == 0)
        quit(EXIT_WRONG_USE, "%s: interleave runs programs of 64 bits; leave the flag away", flag);
    driver_add(driver, argument);
}

static void take_file(struct driver *driver, const char *file)
{
    struct argument argument = {.text = file, .language = driver->language};
    argument.kind = is_source(file, driver->language) ? ARGUMENT_SOURCE : ARGUMENT_OBJECT;
    driver->sources += argument.kind == ARGUMENT_SOURCE;
    driver->files++;
    driver_add(driver, argument);
}

static void read_arguments(struct driver *driver, const struct words *words)
{
    for (int i = 0; i < words->count; i++) {
        const char *text = words->text[i];
        if (text[0] != '-' || text[1] == '\0')
            take_file(driver, text);
        else if (one_of(text, with_value) && i + 1 < words->count)
            take_flag(driver, text, words->text[++i]);
        else
            take_flag(driver, text, NULL);
    }
}

/* ---- the commands ---------------------------------------------------------------------- */

/* gcc with everything as it was said, but what is dropped. */
static void all_of(const struct driver *driver, struct words *command)
{
    words_add(command, "gcc");
    for (int i = 0; i < driver->count; i++) {
        words_add(command, driver->arguments[i].text);
        if (driver->arguments[i].value)
            words_add(command, driver->arguments[i].value);
    }
}

int cc_main(int argc, char **argv)
{
    struct driver driver = {0};
    struct words words = {0}, command = {0};
    for (int i = 1; i < argc; i++)
        cc_expand(&words, argv[i], 0);
    if (words.count == 1 &&
        (strcmp(words.text[0], "--help") == 0 || strcmp(words.text[0], "-?") == 0)) {
        help_print(RUN_CC, true);
        return EXIT_PASS;
    }
    read_arguments(&driver, &words);
    all_of(&driver, &command);
    if (driver.files == 0 || driver.partial)
        become(&command);
    bool marks = driver.only_compiles && !driver.question && !driver.asm_only;
    marks = marks && cc_has_marks(&driver);
    if (!marks && (driver.question || driver.only_compiles)) {
        words_add(&command, "-x"); /* flags that follow a file are for all of them */
        words_add(&command, "none");
        words_add_all(&command, compile_flags);
        become(&command);
    }
    free(command.text);
    return marks ? cc_compile_all(&driver) : cc_link(&driver);
}
