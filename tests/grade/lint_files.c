/* What must lie where, and what the texts must say. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "grade/lint.h"
#include "grade/readme.h"
#include "grade/text.h"

#define FILE_MAX ((size_t)1 << 20)

static char *path_in(const struct lint *lint, const char *tree, const struct exercise *exercise,
                     const char *name)
{
    char *inside = text_format("%s/%s/%s", tree, exercise->name, name);
    char *path = house_path(lint->house, inside);
    free(inside);
    return path;
}

/* The file's text, or NULL after a fault. */
static char *must_read(struct lint *lint, const char *path)
{
    char *text = text_read(path, FILE_MAX, NULL);
    if (text == NULL) {
        lint_fault(lint, path, "%s", strerror(errno));
    }
    return text;
}

static void look_at_readme(struct lint *lint, const struct exercise *exercise)
{
    char *path = path_in(lint, "exercises", exercise, "README.md");
    struct readme readme;
    if (readme_read(path, &readme) != 0) {
        lint_fault(lint, path, "%s", strerror(errno));
    } else {
        if (*readme.title == '\0') {
            lint_fault(lint, path, "line 1 must be '# ' and the title");
        }
        if (readme.hints < 3) {
            lint_fault(lint, path, "has %d of at least 3 hints (## Hint 1, ## Hint 2 …)",
                       readme.hints);
        }
        if (strstr(readme.text, "\n## What is graded\n") == NULL) {
            lint_fault(lint, path, "has no section '## What is graded'");
        }
    }
    readme_free(&readme);
    free(path);
}

/* The contract: a comment that says what the declarations promise. */
static void look_at_header(struct lint *lint, const struct exercise *exercise)
{
    char *path = path_in(lint, "exercises", exercise, exercise->header);
    char *text = must_read(lint, path);
    if (text != NULL) {
        if (strstr(text, "/*") == NULL && strstr(text, "//") == NULL) {
            lint_fault(lint, path, "states no contract: a comment says units, conditions, threads");
        }
        if (strstr(text, "#ifndef") == NULL) {
            lint_fault(lint, path, "has no include guard");
        }
    }
    free(text);
    free(path);
}

static void look_at_source(struct lint *lint, const struct exercise *exercise, const char *tree,
                           bool starter)
{
    char *path = path_in(lint, tree, exercise, exercise->file);
    char *text = must_read(lint, path);
    char *include = text_format("#include \"%s\"", exercise->header);
    if (text != NULL && strstr(text, include) == NULL) {
        lint_fault(lint, path, "does not %s", include);
    }
    if (text != NULL && starter && strstr(text, "// TODO:") == NULL) {
        lint_fault(lint, path, "has no '// TODO:' where to work");
    }
    free(include);
    free(text);
    free(path);
}

/* slug.c.1, .2 … are what `grade reset` keeps for a learner. */
static bool is_kept(const struct exercise *exercise, const char *name)
{
    size_t length = strlen(exercise->file);
    return strncmp(name, exercise->file, length) == 0 && name[length] == '.' &&
           name[length + 1] != '\0' &&
           strspn(name + length + 1, "0123456789") == strlen(name + length + 1);
}

/* Every entry must be one of the NULL-terminated names. */
static void look_for_strays(struct lint *lint, const struct exercise *exercise, const char *tree,
                            const char *const *names)
{
    char *folder = path_in(lint, tree, exercise, "");
    char **entries = lint_entries(folder);
    if (entries == NULL) {
        lint_fault(lint, folder, "%s", strerror(errno));
    }
    for (int i = 0; entries != NULL && entries[i] != NULL; i++) {
        bool known = is_kept(exercise, entries[i]);
        for (int n = 0; names[n] != NULL && !known; n++) {
            known = strcmp(names[n], entries[i]) == 0;
        }
        if (!known) {
            lint_fault(lint, folder, "holds a stray file: %s", entries[i]);
        }
    }
    list_free(entries);
    free(folder);
}

/* wrong/ and right/ hold C files alone, and enough of them. */
static void look_at_answers(struct lint *lint, const struct exercise *exercise, const char *which,
                            int least)
{
    char *folder = path_in(lint, "tests/exercises", exercise, which);
    char **entries = lint_entries(folder);
    int count = 0;
    for (int i = 0; entries != NULL && entries[i] != NULL; i++) {
        count += text_ends(entries[i], ".c");
        if (!text_ends(entries[i], ".c")) {
            lint_fault(lint, folder, "holds a stray file: %s", entries[i]);
        }
    }
    if (count < least) {
        lint_fault(lint, folder, "holds %d answers, at least %d are needed", count, least);
    }
    list_free(entries);
    free(folder);
}

static int presentations(const char *text, const char *wanted)
{
    int found = 0;
    size_t length = strlen(wanted);
    for (const char *line = text; line != NULL; line = strchr(line, '\n')) {
        line += *line == '\n';
        found +=
            strncmp(line, wanted, length) == 0 && (line[length] == '\n' || line[length] == '\0');
        if (*line == '\0') {
            break;
        }
    }
    return found;
}

/* Exactly one chapter presents it, by a line {{exercise 42}} of its own. */
static void look_at_chapters(struct lint *lint, const struct exercise *exercise)
{
    char *folder = house_path(lint->house, "chapters");
    char *wanted = text_format("{{exercise %s}}", exercise->number);
    char **entries = lint_entries(folder);
    int found = 0;
    for (int i = 0; entries != NULL && entries[i] != NULL; i++) {
        if (text_ends(entries[i], ".md")) {
            char *path = text_format("%s/%s", folder, entries[i]);
            char *text = must_read(lint, path);
            found += text != NULL ? presentations(text, wanted) : 0;
            free(text);
            free(path);
        }
    }
    if (found != 1) {
        lint_fault(lint, folder, "%d lines %s present exercise %s, one is needed", found, wanted,
                   exercise->name);
    }
    list_free(entries);
    free(wanted);
    free(folder);
}

void lint_files(struct lint *lint, const struct exercise *exercise)
{
    look_at_readme(lint, exercise);
    look_at_header(lint, exercise);
    look_at_source(lint, exercise, "exercises", true);
    look_at_source(lint, exercise, "solutions", false);
    look_for_strays(lint, exercise, "exercises",
                    (const char *const[]){"README.md", exercise->file, exercise->header, NULL});
    look_for_strays(lint, exercise, "solutions", (const char *const[]){exercise->file, NULL});
    look_for_strays(lint, exercise, "tests/exercises",
                    (const char *const[]){"check.c", "wrong", "right", NULL});
    look_at_answers(lint, exercise, "wrong", 1);
    look_at_answers(lint, exercise, "right", 2);
    look_at_chapters(lint, exercise);
}

static bool is_known(const struct exercises *exercises, const char *name)
{
    for (int i = 0; i < exercises->count; i++) {
        if (strcmp(exercises->item[i].name, name) == 0) {
            return true;
        }
    }
    return false;
}

void lint_strays(struct lint *lint)
{
    static const char *const trees[] = {"exercises", "solutions", "tests/exercises"};
    for (int tree = 0; tree < 3; tree++) {
        char *folder = house_path(lint->house, trees[tree]);
        char **entries = lint_entries(folder);
        if (entries == NULL) {
            lint_fault(lint, folder, "%s", strerror(errno));
        }
        for (int i = 0; entries != NULL && entries[i] != NULL; i++) {
            if (!is_known(&lint->house->exercises, entries[i])) {
                lint_fault(lint, folder, "%s is no exercise of exercises/", entries[i]);
            }
        }
        list_free(entries);
        free(folder);
    }
    const struct exercises *all = &lint->house->exercises;
    for (int i = 1; i < all->count; i++) {
        if (strcmp(all->item[i].number, all->item[i - 1].number) == 0) {
            lint_fault(lint, all->item[i].name, "has the same number as %s", all->item[i - 1].name);
        }
    }
}
