/* grade hint 42: hint 1, then 2, then 3. Which one was shown last is kept in
 * build/hints/NN-slug, a file that holds its number. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "grade/command.h"
#include "grade/readme.h"
#include "grade/text.h"

static char *memory_path(const struct house *house, const struct exercise *exercise)
{
    return text_format("%s/hints/%s", house->state, exercise->name);
}

static int shown_before(const char *path)
{
    char *text = text_read(path, 16, NULL);
    int shown = text != NULL ? atoi(text) : 0;
    free(text);
    return shown > 0 ? shown : 0;
}

/* Forgetting is no fault: without a place to remember, hint 1 comes again. */
static void remember(const struct house *house, const char *path, int shown)
{
    char *folder = text_format("%s/hints", house->state);
    char *number = text_format("%d\n", shown);
    if (text_folder(folder) != 0 || text_write(path, number, strlen(number)) != 0) {
        complain("%s cannot be written (%s): the next hint will be this one again", path,
                 strerror(errno));
    }
    free(folder);
    free(number);
}

/* Markdown for a terminal: the fences of code go, and its lines start with
 * blanks, so that nobody folds them. */
static char *for_terminal(const char *markdown)
{
    char *text = text_grow(NULL, strlen(markdown) * 5 + 8);
    char *to = text;
    bool code = false;
    while (*markdown != '\0') {
        size_t line = strcspn(markdown, "\n");
        if (text_starts(markdown, "```")) {
            code = !code;
        } else {
            const char *indent = code && line > 0 ? "    " : "";
            to = stpcpy(to, indent);
            to = mempcpy(to, markdown, line);
            *to++ = '\n';
        }
        markdown += line + (markdown[line] == '\n');
    }
    *to = '\0';
    return text;
}

static void write_hint(const struct house *house, const struct request *request,
                       const struct exercise *exercise, const struct readme *readme, int which)
{
    struct screen screen = screen_on(stdout, request->plain);
    say_in(&screen, INK_STRONG, "%s %s", exercise->number, exercise->slug);
    say(&screen, "   hint %d of %d\n\n", which, readme->hints);
    char *text = for_terminal(readme->hint[which - 1]);
    say_folded(&screen, 3, text);
    free(text);
    if (which < readme->hints) {
        say(&screen, "\n   next hint: %s hint %s\n", house->command, exercise->number);
    } else {
        say(&screen,
            "\n   That is the last hint. Hint 1 again: %s hint %s 1\n"
            "   The reference: solutions/%s/%s\n",
            house->command, exercise->number, exercise->name, exercise->file);
    }
}

static int which_hint(const struct request *request, const struct readme *readme, int before)
{
    if (request->word_count > 1) {
        const char *word = request->words[1];
        int wanted = strlen(word) == 1 ? *word - '0' : 0;
        return wanted >= 1 && wanted <= readme->hints ? wanted : 0;
    }
    return before < readme->hints ? before + 1 : readme->hints;
}

int command_hint(const struct house *house, const struct request *request)
{
    const struct exercise *exercise = the_exercise(house, request, "hint 42");
    if (exercise == NULL) {
        return EXIT_USAGE;
    }
    char *inside = text_format("exercises/%s/README.md", exercise->name);
    char *path = house_path(house, inside);
    char *memory = memory_path(house, exercise);
    struct readme readme;
    int status = 0;
    if (readme_read(path, &readme) != 0) {
        status = complain("%s cannot be read: %s", path, strerror(errno));
    } else if (readme.hints == 0) {
        status = complain("%s has no hint", path);
    } else {
        int which = which_hint(request, &readme, shown_before(memory));
        if (which == 0) {
            status = complain("%s has hints 1 to %d, not '%s'", exercise->name, readme.hints,
                              request->words[1]);
        } else {
            write_hint(house, request, exercise, &readme, which);
            remember(house, memory, which);
        }
    }
    readme_free(&readme);
    free(inside);
    free(path);
    free(memory);
    return status;
}
