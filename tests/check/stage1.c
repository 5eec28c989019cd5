/* stage1.c - builds the submission and looks at what it contains. */
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/forbidden.h"
#include "check/session.h"
#include "interleave/compile.h"
#include "interleave/compile_files.h"

#define MOST_SOURCE ((size_t)1 << 20)

/* ---- Is it the starter? ------------------------------------------------------ */

/* The next character that counts, with comments and white space left out. */
static char next_token(const char **at)
{
    for (;;) {
        if (isspace((unsigned char)**at))
            ++*at;
        else if (strncmp(*at, "//", 2) == 0)
            *at += strcspn(*at, "\n");
        else if (strncmp(*at, "/*", 2) == 0) {
            const char *end = strstr(*at + 2, "*/");
            *at = end ? end + 2 : *at + strlen(*at);
        } else
            break;
    }
    return **at ? *(*at)++ : '\0';
}

static bool same_program(const char *a, const char *b)
{
    for (;;) {
        char one = next_token(&a), other = next_token(&b);
        if (one != other)
            return false;
        if (one == '\0')
            return true;
    }
}

/* An exercise's folder holds 42-atomic-capture/atomic_capture.c and .h. */
static char *read_original(const struct session *session, const char *folder, char ending)
{
    char path[4096];
    size_t size;
    const char *slug = session->name + strspn(session->name, "0123456789");
    int used = snprintf(path, sizeof path, "%s/%s.%c", folder, slug + (*slug == '-'), ending);
    if (used < 0 || (size_t)used >= sizeof path)
        return NULL;
    for (char *at = path + strlen(folder); at < path + used; at++)
        if (*at == '-')
            *at = '_';
    return file_read(path, MOST_SOURCE, &size);
}

static bool is_starter(const struct session *session, const char *source)
{
    char *starter =
        session->folder && session->name ? read_original(session, session->folder, 'c') : NULL;
    bool same = starter && same_program(starter, source);
    free(starter);
    return same;
}

/* The header beside the submission is not looked at: who changed it would not
 * understand what the compiler says. */
static void notice_header(struct session *session)
{
    char folder[4096] = ".";
    const char *slash = strrchr(session->source, '/');
    if (!session->folder || !session->name)
        return;
    if (slash)
        snprintf(folder, sizeof folder, "%.*s", (int)(slash - session->source), session->source);
    char *beside = read_original(session, folder, 'h');
    char *original = read_original(session, session->folder, 'h');
    if (beside && original && !same_program(beside, original))
        session_feedback(session,
                         "The header beside your file has been changed. That has no effect: "
                         "your file is built with the exercise's own header, whose promises "
                         "are what is graded. Your work belongs in the .c file alone.");
    free(beside);
    free(original);
}

/* ---- Building ------------------------------------------------------------------ */

/* What stops the compiler is not always a mistake that it can name. */
static bool met_a_limit(const char *words, char *headline, size_t room)
{
    static const struct {
        const char *words, *says;
    } limits[] = {
        {": out of memory\n",
         "the compiler ran out of memory: a macro or an #include is far too large"},
        {"CPU time limit exceeded",
         "the compiler took too long: a macro or an #include is far too large"},
        {"File size limit exceeded",
         "the compiled file is too large: a variable with initial values "
         "takes more than 64 MiB"},
    };
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        if (strstr(words, limits[i].words)) {
            snprintf(headline, room, "%s", limits[i].says);
            return true;
        }
    return false;
}

/* "x.c:7:3: error: 'seat' undeclared" → line 7 and what follows "error: ". */
static int first_error(const char *words, const char *source, char *headline, size_t room)
{
    const char *error = strstr(words, "error: ");
    const char *start = error;
    size_t size = strlen(source);
    if (!error && strncmp(words, source, size) == 0 && words[size] == ':')
        snprintf(headline, room, "%.*s", (int)strcspn(words + size + 2, "\n"), words + size + 2);
    if (!error)
        return 0;
    while (start > words && start[-1] != '\n')
        start--;
    int length = (int)strcspn(error + 7, "\n");
    snprintf(headline, room, "the compiler says: %.*s", length, error + 7);
    if (strncmp(start, source, size) == 0 && start[size] == ':')
        return atoi(start + size + 1);
    return 0;
}

/* The first messages count. What follows them from a macro gone wild may be a
 * million lines, and a report of its size helps nobody. */
#define MOST_LINES 80

static void shorten(char *words)
{
    char *at = words;
    int more = 0;
    for (int i = 0; i < MOST_LINES && at; i++)
        at = (at = strchr(at, '\n')) != NULL ? at + 1 : NULL;
    for (const char *rest = at; rest && (rest = strchr(rest, '\n')) != NULL; rest++)
        more++;
    if (more > 2) /* there is room for what takes their place */
        sprintf(at, "(%d more lines)\n", more);
}

static bool build(struct session *session, struct test *test)
{
    const char *sources[] = {session->source, NULL}, *folders[] = {session->folder, NULL};
    struct build one = {.sources = sources, .includes = folders, .output = session->object};
    char headline[512] = "the compiler could not build the file";
    int failed = compile(&one), error = errno;
    shorten(one.diagnostics);
    session->compiler = one.diagnostics;
    session->preprocessed = one.preprocessed;
    if (failed) {
        snprintf(headline, sizeof headline, "[internal] gcc cannot be run: %s", strerror(error));
        test_fail(test, INTERNAL, headline, "");
        return false;
    }
    if (one.status == 0 && one.preprocessed)
        return true;
    if (!met_a_limit(session->compiler, headline, sizeof headline))
        test->line = first_error(session->compiler, session->source, headline, sizeof headline);
    test_fail(test, BUILD, headline,
              test->line > 0 ? "The first message counts; later ones often follow from it." : "");
    return false;
}

static bool contents_allowed(struct session *session, const char *source, struct refusal *refusal)
{
    struct object_rules rules = {
        .object = session->object,
        .check = session->check_path,
        .allow = session->exam.exercise->allow,
        .preprocessed = session->preprocessed,
        .source = session->source,
    };
    return directives_allowed(source, session->exam.exercise->without, refusal) &&
           words_allowed(session->preprocessed, session->source,
                         session->folder ? session->folder : "", refusal) &&
           object_allowed(&rules, refusal);
}

static void refuse_source(struct test *test, const struct refusal *refusal)
{
    test_fail(test, refusal->verdict, refusal->headline, refusal->explanation);
    test->line = refusal->line;
}

void run_build(struct session *session, struct test *test)
{
    size_t size;
    struct refusal refusal = {0};
    char *source = file_read(session->source, MOST_SOURCE, &size);
    notice_header(session);
    if (source && !files_allowed(source, &refusal)) {
        refuse_source(test, &refusal);
        free(source);
        return;
    }
    if (!build(session, test)) {
        free(source);
        return;
    }
    if (!source)
        test_fail(test, BUILD, "the file cannot be read", "");
    else if (!contents_allowed(session, source, &refusal))
        refuse_source(test, &refusal);
    else if (is_starter(session, source))
        test_fail(test, INCOMPLETE, "not started yet: the file is the starter",
                  "Open the file and look for TODO; the exercise's README says what is wanted.");
    else {
        test->status = TEST_PASSED;
        test->verdict = PASS;
    }
    free(source);
}
