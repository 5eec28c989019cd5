/* forbidden_words.c - the learner's own words after preprocessing.
 *
 * gcc -E marks where each line comes from: `# 7 "x.c"` is the learner's,
 * `# 7 "x.c" 3 4` what a libc macro put into it, and a flag 1 enters a header.
 * The source has no #line of its own (see forbidden_directives.c), so the marks
 * can be trusted.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/forbidden.h"

struct place_in {
    const char *source;
    const char *at;  /* start of the line at hand */
    const char *end; /* its end */
    char file[4096];
    int line;
    bool system, entered;
    bool own; /* the learner's own text */
};

static void start(struct place_in *in, const char *preprocessed, const char *source)
{
    memset(in, 0, sizeof *in);
    in->source = source;
    in->end = preprocessed;
    in->line = -1;
}

/* Reads `# 7 "x.c" 1 3`; false when the line is no mark. */
static bool read_mark(struct place_in *in)
{
    char *at;
    if (in->end - in->at < 4 || strncmp(in->at, "# ", 2) != 0 || !isdigit((unsigned char)in->at[2]))
        return false;
    in->line = (int)strtol(in->at + 2, &at, 10) - 1;
    size_t size = 0;
    if (*at == ' ' && at[1] == '"')
        for (at += 2; at < in->end && *at != '"'; at++) {
            if (*at == '\\' && at + 1 < in->end)
                at++;
            if (size + 1 < sizeof in->file)
                in->file[size++] = *at;
        }
    in->file[size] = '\0';
    in->system = in->entered = false;
    for (; at < in->end; at++) {
        in->entered |= *at == '1';
        in->system |= *at == '3';
    }
    in->own = !in->system && strcmp(in->file, in->source) == 0;
    return true;
}

/* The next line of text or mark; false at the end. *mark tells which. */
static bool next_line(struct place_in *in, bool *mark)
{
    if (*in->end == '\0')
        return false;
    in->at = *in->end == '\n' && in->line >= 0 ? in->end + 1 : in->end;
    if (in->line < 0)
        in->line = 0;
    const char *end = strchr(in->at, '\n');
    in->end = end ? end : in->at + strlen(in->at);
    *mark = read_mark(in);
    if (!*mark)
        in->line++;
    return in->at < in->end || *in->end != '\0';
}

/* The next word of a line of C text; strings and numbers are passed over.
 * *brackets is set when `[[` stands before it. */
static bool next_word(const char **at, const char *end, char *word, size_t room, bool *brackets)
{
    const char *p = *at;
    char last = 0;
    while (p < end && !isalpha((unsigned char)*p) && *p != '_') {
        char c = *p++;
        if (c == '<' && p < end && *p == ':') {
            c = '[';
            p++;
        }
        if (c == '"' || c == '\'') {
            while (p < end && *p != c)
                p += *p == '\\' && p + 1 < end ? 2 : 1;
            p += p < end;
        } else if (isdigit((unsigned char)c)) {
            while (p < end && (isalnum((unsigned char)*p) || *p == '.' || *p == '_'))
                p++;
        }
        *brackets |= c == '[' && last == '[';
        if (!isspace((unsigned char)c))
            last = c;
    }
    size_t size = 0;
    for (; p < end && (isalnum((unsigned char)*p) || *p == '_'); p++)
        if (size + 1 < room)
            word[size++] = *p;
    word[size] = '\0';
    *at = p;
    return size > 0;
}

int line_of_word(const char *preprocessed, const char *source, const char *wanted)
{
    struct place_in in;
    bool mark, brackets = false;
    char word[256];
    start(&in, preprocessed, source);
    while (next_line(&in, &mark)) {
        const char *at = in.at;
        if (mark || strcmp(in.file, source) != 0)
            continue;
        while (next_word(&at, in.end, word, sizeof word, &brackets))
            if (strcmp(word, wanted) == 0)
                return in.line;
    }
    return 0;
}

/* ---- Refusals ---------------------------------------------------------------- */

static const struct {
    const char *word; /* with a final * it is the start of a word */
    const char *why;
} refused[] = {
    {"asm", "What assembly reads and writes cannot be seen by the check."},
    {"__asm*", "What assembly reads and writes cannot be seen by the check."},
    {"__attribute*", "Attributes change what the check can see; the exercise needs none."},
    {"__builtin_*", "Call the libc function instead: the check cannot see into built-ins."},
    {"__declspec", "Attributes change what the check can see; the exercise needs none."},
    {"GOMP_*", "The compiler calls these for you; write #pragma omp."},
    {"__tsan_*", "Names that start so belong to the check."},
    {"__sanitizer_*", "Names that start so belong to the check."},
    {"__wrap_*", "Names that start so belong to the check."},
    {"__real_*", "Names that start so belong to the check."},
    {"interleave_*", "Names that start so belong to the check."},
};

static bool matches(const char *word, const char *pattern)
{
    size_t size = strlen(pattern);
    return pattern[size - 1] == '*' ? strncmp(word, pattern, size - 1) == 0
                                    : strcmp(word, pattern) == 0;
}

static bool refuse_word(struct refusal *refusal, int line, const char *word, const char *why)
{
    refusal->verdict = FORBIDDEN;
    refusal->line = line;
    snprintf(refusal->headline, sizeof refusal->headline, "line %d uses %s", line, word);
    snprintf(refusal->explanation, sizeof refusal->explanation, "%s", why);
    return false;
}

static bool own_line_allowed(const struct place_in *in, struct refusal *refusal)
{
    const char *at = in->at;
    char word[256];
    bool brackets = false;
    while (next_word(&at, in->end, word, sizeof word, &brackets))
        for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
            if (matches(word, refused[i].word))
                return refuse_word(refusal, in->line, word, refused[i].why);
    if (brackets)
        return refuse_word(refusal, in->line, "[[...]]",
                           "Attributes change what the check can see; the exercise needs none.");
    return true;
}

/* libc's and the compiler's headers, and those that lie in the folder itself. */
static bool header_allowed(const struct place_in *in, const char *folder)
{
    size_t size = strlen(folder), length = strlen(in->file);
    while (size > 1 && folder[size - 1] == '/')
        size--;
    if (in->system || in->file[0] == '<')
        return true;
    const char *name = in->file + size;
    while (strncmp(in->file, folder, size) == 0 && (*name == '/' || strncmp(name, "./", 2) == 0))
        name++; /* also of "./name.h" */
    return name > in->file + size && !strchr(name, '/') && length > 2 &&
           strcmp(in->file + length - 2, ".h") == 0;
}

static bool refuse_header(const struct place_in *in, int line, struct refusal *refusal)
{
    const char *name = strrchr(in->file, '/');
    refusal->verdict = FORBIDDEN;
    refusal->line = line;
    snprintf(refusal->headline, sizeof refusal->headline, "line %d includes %.300s", line,
             name ? name + 1 : in->file);
    snprintf(refusal->explanation, sizeof refusal->explanation,
             "Only the exercise's own header, <omp.h> and the headers of libc may be included.");
    return false;
}

bool words_allowed(const char *preprocessed, const char *source, const char *folder,
                   struct refusal *refusal)
{
    struct place_in in;
    bool mark;
    int own_line = 0;
    start(&in, preprocessed, source);
    while (next_line(&in, &mark)) {
        if (in.own)
            own_line = in.line;
        if (mark && in.entered && strcmp(in.file, source) != 0 && !header_allowed(&in, folder))
            return refuse_header(&in, own_line + 1, refusal);
        if (!mark && in.own && !own_line_allowed(&in, refusal))
            return false;
    }
    return true;
}
