#include "grade/lint.h"

#include <dirent.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "grade/command.h"
#include "grade/text.h"

void lint_fault(struct lint *lint, const char *path, const char *format, ...)
{
    char *text = NULL;
    va_list arguments;
    va_start(arguments, format);
    if (vasprintf(&text, format, arguments) >= 0) {
        say(lint->screen, "%s: %s\n", path, text);
        free(text);
    }
    va_end(arguments);
    lint->faults++;
}

static int is_visible(const struct dirent *entry) { return entry->d_name[0] != '.'; }

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

char **lint_entries(const char *folder)
{
    struct dirent **entries;
    int count = scandir(folder, &entries, is_visible, by_bytes);
    if (count < 0) {
        return NULL;
    }
    char **names = text_grow(NULL, ((size_t)count + 1) * sizeof *names);
    for (int i = 0; i < count; i++) {
        names[i] = text_copy(entries[i]->d_name);
        free(entries[i]);
    }
    names[count] = NULL;
    free(entries);
    return names;
}

/* Those that were named, or all; NULL after a message. */
static const struct exercise **wanted(const struct house *house, const struct request *request,
                                      int *count)
{
    size_t most = (size_t)house->exercises.count + (size_t)request->word_count;
    const struct exercise **list = text_grow(NULL, most * sizeof *list);
    *count = 0;
    for (int i = 0; request->word_count == 0 && i < house->exercises.count; i++) {
        list[(*count)++] = &house->exercises.item[i];
    }
    for (int i = 0; i < request->word_count; i++) {
        char *why = NULL;
        const struct exercise *exercise = exercise_pick(&house->exercises, request->words[i], &why);
        if (exercise == NULL) {
            complain("%s", why);
            free(why);
            free(list);
            return NULL;
        }
        list[(*count)++] = exercise;
    }
    return list;
}

int command_lint(const struct house *house, const struct request *request)
{
    int count;
    const struct exercise **list = wanted(house, request, &count);
    if (list == NULL) {
        return EXIT_USAGE;
    }
    struct screen screen = screen_on(stdout, request->plain);
    struct lint lint = {.house = house, .request = request, .screen = &screen};
    if (request->word_count == 0) {
        lint_strays(&lint);
    }
    for (int i = 0; i < count; i++) {
        lint_files(&lint, list[i]);
    }
    lint_runs(&lint, list, count);
    free(list);
    say(&screen, "lint: %d %s, %d submissions: %d %s\n", count,
        count == 1 ? "exercise" : "exercises", lint.looked_at, lint.faults,
        lint.faults == 1 ? "fault" : "faults");
    return lint.internal ? EXIT_INTERNAL : lint.faults > 0 ? 1 : 0;
}
