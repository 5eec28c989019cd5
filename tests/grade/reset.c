/* grade reset 42: the starter again. The learner's file stays beside it as
 * slug.c.1, .2 …: the highest is the youngest. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "grade/command.h"
#include "grade/judge.h"
#include "grade/text.h"

#define STARTER_MAX ((size_t)1 << 20)

/* Keeps path under the first free name; link() does not overwrite. NULL with errno. */
static char *keep(const char *path)
{
    for (int i = 1; i < 10000; i++) {
        char *kept = text_format("%s.%d", path, i);
        if (link(path, kept) == 0) {
            return kept;
        }
        free(kept);
        if (errno != EEXIST) {
            break;
        }
    }
    return NULL;
}

static int put_back(const struct request *request, const char *path, const char *starter,
                    size_t size)
{
    struct screen screen = screen_on(stdout, request->plain);
    size_t mine_size = 0;
    char *mine = text_read(path, (size_t)1 << 30, &mine_size);
    bool same = mine != NULL && mine_size == size && memcmp(mine, starter, size) == 0;
    bool there = mine != NULL || errno != ENOENT;
    free(mine);
    if (same) {
        say(&screen, "%s is the starter already: nothing to do\n", path);
        return 0;
    }
    char *kept = there ? keep(path) : NULL;
    if (there && kept == NULL) {
        return complain("%s cannot be kept, so it was left alone: %s", path, strerror(errno));
    }
    int status = 0;
    if (text_write(path, starter, size) != 0) {
        status = complain("%s cannot be written: %s", path, strerror(errno));
    } else if (there) {
        say(&screen, "%s is the starter again; what you had is in %s\n", path, kept);
    } else {
        say(&screen, "%s is the starter again\n", path);
    }
    free(kept);
    return status;
}

int command_reset(const struct house *house, const struct request *request)
{
    const struct exercise *exercise = the_exercise(house, request, "reset 42");
    if (exercise == NULL) {
        return EXIT_USAGE;
    }
    char *original = house_original(house, exercise);
    char *starter_path = text_format("%s/%s", original, exercise->file);
    char *path = submission_path(request->from, exercise);
    size_t size;
    char *starter = text_read(starter_path, STARTER_MAX, &size);
    int status = starter != NULL ? put_back(request, path, starter, size)
                                 : complain("the starter %s cannot be read: %s; run `make` first",
                                            starter_path, strerror(errno));
    free(original);
    free(starter_path);
    free(path);
    free(starter);
    return status;
}
