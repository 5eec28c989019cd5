/* Grading: all exercises, or those named; replay and cores, which are one
 * exercise seen differently. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "grade/command.h"
#include "grade/judge.h"
#include "grade/text.h"

int deliver(const struct house *house, const struct request *request, const struct results *results,
            enum view view)
{
    char *text = NULL;
    size_t size = 0;
    bool to_file = request->output != NULL;
    FILE *out = to_file ? open_memstream(&text, &size) : stdout;
    if (out == NULL) {
        return complain("no memory for the results: %s", strerror(errno));
    }
    if (strcmp(request->format, "json") == 0) {
        write_json(out, results);
    } else if (strcmp(request->format, "junit") == 0) {
        write_junit(out, results);
    } else {
        write_text(out, results, house, request, view);
    }
    int status = results_exit(results);
    if (to_file) {
        fclose(out);
        if (text_write(request->output, text, size) != 0) {
            status = complain("%s cannot be written: %s", request->output, strerror(errno));
        }
        free(text);
    } else if (fflush(out) != 0) {
        status = complain("standard output: %s", strerror(errno));
    }
    return status;
}

static void add(struct results *results, const struct exercise *exercise, const char *from)
{
    results->item = text_grow(results->item, (size_t)(results->count + 1) * sizeof *results->item);
    results->item[results->count++] =
        (struct result){.exercise = exercise, .submission = submission_path(from, exercise)};
}

static int by_name(const void *a, const void *b)
{
    return strcmp((*(const struct exercise *const *)a)->name,
                  (*(const struct exercise *const *)b)->name);
}

/* The exercises that the words mean, in name order, each once; NULL after messages. */
static const struct exercise **picked(const struct house *house, const struct request *request,
                                      int *count)
{
    const struct exercise **list =
        text_grow(NULL, ((size_t)request->word_count + 1) * sizeof *list);
    bool wrong = false;
    *count = 0;
    for (int i = 0; i < request->word_count; i++) {
        char *why = NULL;
        list[*count] = exercise_pick(&house->exercises, request->words[i], &why);
        if (list[*count] == NULL) {
            complain("%s", why);
            wrong = true;
        } else {
            ++*count;
        }
        free(why);
    }
    if (wrong) {
        complain("`%s` lists the exercises, `%s --help` the commands", house->command,
                 house->command);
        free(list);
        return NULL;
    }
    qsort(list, (size_t)*count, sizeof *list, by_name);
    return list;
}

int command_grade(const struct house *house, const struct request *request)
{
    struct results results = {0};
    struct judging how = {.jobs = request->jobs, .progress = !request->plain};
    bool in_full = request->word_count > 0;
    if (in_full) {
        int count;
        const struct exercise **list = picked(house, request, &count);
        if (list == NULL) {
            return EXIT_USAGE;
        }
        for (int i = 0; i < count; i++) {
            if (i == 0 || list[i] != list[i - 1]) {
                add(&results, list[i], request->from);
            }
        }
        free(list);
    } else {
        for (int i = 0; i < house->exercises.count; i++) {
            add(&results, &house->exercises.item[i], request->from);
        }
    }
    judge(house, &how, &results);
    int status = deliver(house, request, &results, in_full ? VIEW_FULL : VIEW_LIST);
    results_free(&results);
    return status;
}

const struct exercise *the_exercise(const struct house *house, const struct request *request,
                                    const char *usage)
{
    if (request->word_count < 1) {
        complain("which exercise? usage: %s %s", house->command, usage);
        return NULL;
    }
    char *why = NULL;
    const struct exercise *exercise = exercise_pick(&house->exercises, request->words[0], &why);
    if (exercise == NULL) {
        complain("%s", why);
        free(why);
    }
    return exercise;
}

static int one_exercise(const struct house *house, const struct request *request,
                        const struct exercise *exercise, const struct judging *how)
{
    struct results results = {0};
    add(&results, exercise, request->from);
    judge(house, how, &results);
    int status = deliver(house, request, &results, how->cores ? VIEW_CORES : VIEW_FULL);
    results_free(&results);
    return status;
}

int command_replay(const struct house *house, const struct request *request)
{
    const struct exercise *exercise = the_exercise(house, request, "replay 42 ID");
    if (exercise == NULL) {
        return EXIT_USAGE;
    }
    if (request->word_count != 2) {
        return complain("which schedule? usage: %s replay %s ID; `%s %s` prints the id of a "
                        "failing schedule",
                        house->command, exercise->number, house->command, exercise->number);
    }
    struct judging how = {.replay = request->words[1], .jobs = 1};
    return one_exercise(house, request, exercise, &how);
}

int command_cores(const struct house *house, const struct request *request)
{
    const struct exercise *exercise = the_exercise(house, request, "cores 25");
    if (exercise == NULL) {
        return EXIT_USAGE;
    }
    struct judging how = {.cores = true, .jobs = 1};
    return one_exercise(house, request, exercise, &how);
}
