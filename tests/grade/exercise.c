#include "grade/exercise.h"

#include <ctype.h>
#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "grade/text.h"

/* Has a folder name the form NN-slug? */
static bool is_name(const char *name)
{
    if (!isdigit((unsigned char)name[0]) || !isdigit((unsigned char)name[1]) || name[2] != '-' ||
        name[3] == '\0') {
        return false;
    }
    return strspn(name + 3, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(name + 3);
}

static struct exercise exercise_named(const char *name)
{
    struct exercise it = {.name = text_copy(name)};
    it.number = text_copy_n(name, 2);
    it.slug = text_copy(name + 3);
    char *base = text_copy(it.slug);
    for (char *c = base; *c != '\0'; c++) {
        *c = *c == '-' ? '_' : *c;
    }
    it.file = text_format("%s.c", base);
    it.header = text_format("%s.h", base);
    it.chapter = name[0] - '0';
    free(base);
    return it;
}

static int is_exercise(const struct dirent *entry)
{
    return (entry->d_type == DT_DIR || entry->d_type == DT_LNK || entry->d_type == DT_UNKNOWN) &&
           is_name(entry->d_name);
}

/* Bytes, not the locale's collation: the order must be the same everywhere. */
static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

int exercises_find(const char *folder, struct exercises *exercises)
{
    struct dirent **entries;
    int count = scandir(folder, &entries, is_exercise, by_name);
    if (count < 0) {
        return -1;
    }
    exercises->count = count;
    exercises->item = text_grow(NULL, (size_t)count * sizeof *exercises->item);
    for (int i = 0; i < count; i++) {
        exercises->item[i] = exercise_named(entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    return 0;
}

/* "exercises/42-atomic-capture/atomic_capture.c" → "42-atomic-capture": what a
 * shell's completion makes of it. */
static char *without_path(const char *word)
{
    char *copy = text_copy(word);
    for (char *part = strtok(copy, "/"); part != NULL; part = strtok(NULL, "/")) {
        if (is_name(part)) {
            char *name = text_copy(part);
            free(copy);
            return name;
        }
    }
    free(copy);
    copy = text_copy(word);
    for (char *c = copy; *c != '\0'; c++) {
        *c = *c == '_' ? '-' : *c;
    }
    if (text_ends(copy, ".c")) {
        copy[strlen(copy) - 2] = '\0';
    }
    return copy;
}

static bool is_number(const char *word, const char *number)
{
    size_t length = strlen(word);
    return length > 0 && length <= 2 && strspn(word, "0123456789") == length &&
           atoi(word) == atoi(number);
}

static bool is_exactly(const struct exercise *it, const char *word)
{
    return is_number(word, it->number) || strcmp(word, it->name) == 0 ||
           strcmp(word, it->slug) == 0;
}

static char *candidates(const struct exercises *exercises, const char *word)
{
    char *names = text_copy("");
    for (int i = 0; i < exercises->count; i++) {
        const struct exercise *it = &exercises->item[i];
        if (text_starts(it->name, word) || text_starts(it->slug, word)) {
            char *more = text_format("%s%s%s", names, *names ? ", " : "", it->name);
            free(names);
            names = more;
        }
    }
    return names;
}

const struct exercise *exercise_pick(const struct exercises *exercises, const char *word,
                                     char **why)
{
    char *wanted = without_path(word);
    const struct exercise *found = NULL;
    int fitting = 0;
    for (int i = 0; i < exercises->count; i++) {
        const struct exercise *it = &exercises->item[i];
        if (is_exactly(it, wanted)) {
            free(wanted);
            return it;
        }
        if (*wanted && (text_starts(it->name, wanted) || text_starts(it->slug, wanted))) {
            found = it;
            fitting++;
        }
    }
    if (fitting > 1) {
        char *names = candidates(exercises, wanted);
        *why = text_format("'%s' may be any of %s: give a number or more letters", word, names);
        free(names);
        found = NULL;
    } else if (fitting == 0) {
        *why = text_format("there is no exercise or command '%s'", word);
    }
    free(wanted);
    return found;
}

void exercises_free(struct exercises *exercises)
{
    for (int i = 0; i < exercises->count; i++) {
        struct exercise *it = &exercises->item[i];
        free(it->name);
        free(it->number);
        free(it->slug);
        free(it->file);
        free(it->header);
    }
    free(exercises->item);
    *exercises = (struct exercises){0};
}
