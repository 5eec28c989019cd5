#include "grade/real.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "grade/text.h"

/* Like a learner's own build, but quiet: stage 1 has said what the compiler says. */
static const char *const flags[] = {"-std=c17", "-O2", "-g", "-fopenmp", "-w", "-D_GNU_SOURCE"};

char *real_gcc(void)
{
    const char *path = getenv("PATH");
    char *folders = text_copy(path != NULL ? path : "/usr/bin:/bin");
    char *found = NULL;
    for (char *folder = strtok(folders, ":"); folder != NULL && found == NULL;
         folder = strtok(NULL, ":")) {
        char *candidate = text_format("%s/gcc", folder);
        if (access(candidate, X_OK) == 0) {
            found = candidate;
        } else {
            free(candidate);
        }
    }
    free(folders);
    return found;
}

static char **add_sources(char **list, const struct house *house)
{
    char *pattern = house_path(house, "tests/check/real/*.c");
    glob_t found;
    if (glob(pattern, 0, NULL, &found) == 0) {
        for (size_t i = 0; i < found.gl_pathc; i++) {
            list = list_add(list, text_copy(found.gl_pathv[i]));
        }
        globfree(&found);
    }
    free(pattern);
    return list;
}

static char **add_include(char **list, char *folder)
{
    list = list_add(list, text_copy("-I"));
    return list_add(list, folder);
}

char **real_build(const struct house *house, const struct exercise *exercise,
                  const char *submission, const char *program)
{
    char *check = text_format("tests/exercises/%s/check.c", exercise->name);
    char **list = list_add(NULL, real_gcc());
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        list = list_add(list, text_copy(flags[i]));
    }
    list = add_include(list, house_path(house, "tests/check"));
    list = add_include(list, house_path(house, "tests"));
    list = add_include(list, house_original(house, exercise));
    list = list_add(list, text_copy("-o"));
    list = list_add(list, text_copy(program));
    list = add_sources(list, house);
    list = list_add(list, house_path(house, check));
    list = list_add(list, text_copy(submission));
    list = list_add(list, text_copy("-lm"));
    /* A check may have a function of its own that is named as one of the submission's. */
    list = list_add(list, text_copy("-Wl,-z,muldefs"));
    free(check);
    return list;
}

bool real_exists(const struct house *house)
{
    char **sources = add_sources(NULL, house);
    bool exists = sources != NULL;
    list_free(sources);
    return exists;
}
