#include "grade/house.h"

#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "grade/text.h"

#define PACKAGE "four-cores-one-seat"

int complain(const char *format, ...)
{
    char *text = NULL;
    va_list arguments;
    va_start(arguments, format);
    if (vasprintf(&text, format, arguments) >= 0) {
        struct screen screen = screen_on(stderr, true);
        fflush(stdout);
        say(&screen, "grade: %s\n", text);
        free(text);
    }
    va_end(arguments);
    return EXIT_USAGE;
}

static bool is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* The folder that holds this program's file. */
static char *own_folder(void)
{
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length <= 0) {
        return text_copy(".");
    }
    path[length] = '\0';
    char *slash = strrchr(path, '/');
    *slash = '\0';
    return text_copy(*path ? path : "/");
}

/* "." when folder is where we stand: messages are then short, and equal on
 * every machine. */
static char *seen_from_here(char *folder)
{
    struct stat there, here;
    if (stat(folder, &there) == 0 && stat(".", &here) == 0 && there.st_dev == here.st_dev &&
        there.st_ino == here.st_ino) {
        free(folder);
        return text_copy(".");
    }
    return folder;
}

char *house_path(const struct house *house, const char *inside)
{
    return strcmp(house->home, ".") == 0 ? text_copy(inside)
                                         : text_format("%s/%s", house->home, inside);
}

static char *state_folder(void)
{
    const char *state = getenv("XDG_STATE_HOME");
    const char *home = getenv("HOME");
    return state != NULL && *state ? text_format("%s/" PACKAGE, state)
                                   : text_format("%s/.local/state/" PACKAGE, home ? home : ".");
}

static void as_checkout(struct house *house, char *home)
{
    house->home = seen_from_here(home);
    house->tools = house_path(house, "build");
    house->originals = house_path(house, "build/originals");
    house->submissions = house_path(house, "exercises");
    house->state = house_path(house, "build");
}

static void as_installed(struct house *house, const char *folder)
{
    house->home = text_format("%s/../share/" PACKAGE, folder);
    house->tools = text_format("%s/../libexec/" PACKAGE, folder);
    house->originals = house_path(house, "exercises");
    house->submissions = text_copy("exercises");
    house->state = state_folder();
}

static void find_home(struct house *house)
{
    const char *given = getenv("GRADE_HOME");
    char *folder = own_folder();
    char *installed = text_format("%s/../libexec/" PACKAGE, folder);
    if (given != NULL && *given) {
        as_checkout(house, text_copy(given));
    } else if (is_folder(installed)) {
        as_installed(house, folder);
    } else {
        char *home = realpath(folder, NULL);
        *strrchr(home, '/') = '\0';
        as_checkout(house, home);
    }
    const char *checker = getenv("GRADE_CHECKER");
    house->checker =
        checker != NULL && *checker ? text_copy(checker) : text_format("%s/checker", house->tools);
    free(installed);
    free(folder);
}

int house_open(struct house *house, const char *called_as)
{
    *house = (struct house){.command = text_copy(called_as)};
    find_home(house);
    char *folder = house_path(house, "exercises");
    int status = 0;
    if (exercises_find(folder, &house->exercises) != 0) {
        status = complain("no exercises in %s: %s", folder, strerror(errno));
    } else if (house->exercises.count == 0) {
        status =
            complain("no exercises in %s: an exercise is a folder such as 01-last-seat", folder);
    }
    free(folder);
    return status;
}

void house_free(struct house *house)
{
    exercises_free(&house->exercises);
    free(house->home);
    free(house->tools);
    free(house->checker);
    free(house->originals);
    free(house->submissions);
    free(house->state);
    free(house->command);
}

char *house_check(const struct house *house, const struct exercise *exercise)
{
    return text_format("%s/checks/%s.so", house->tools, exercise->name);
}

char *house_original(const struct house *house, const struct exercise *exercise)
{
    return text_format("%s/%s", house->originals, exercise->name);
}
