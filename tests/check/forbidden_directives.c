/* forbidden_directives.c - the directives of the source, as the compiler sees them.
 *
 * C's first translation phases in small: trigraphs, spliced lines, comments and
 * quotes are taken away, so that a # is found however it is spelled. In doubt
 * this reader sees more directives than the compiler, never fewer.
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "check/forbidden.h"

struct reader {
    const char *at;
    int line;
    const char *without; /* directives of OpenMP that are not allowed, or NULL */
};

/* One character after trigraphs and spliced lines, without going on: *size is
 * its length in the text. */
static char peek(const struct reader *reader, int *size, int *lines)
{
    static const char from[] = "=/'()!<>-", to[] = "#\\^[]|{}~";
    const char *at = reader->at;
    *lines = 0;
    for (;;) {
        char c = *at;
        int length = c ? 1 : 0;
        const char *third = c == '?' && at[1] == '?' && at[2] ? strchr(from, at[2]) : NULL;
        if (third) {
            c = to[third - from];
            length = 3;
        }
        const char *after = at + length;
        while (c == '\\' && (*after == ' ' || *after == '\t' || *after == '\r'))
            after++; /* gcc forgives blanks between \ and the end of the line */
        if (c != '\\' || *after != '\n') {
            *size = (int)(at - reader->at) + length;
            return c;
        }
        at = after + 1;
        ++*lines;
    }
}

static char next(struct reader *reader)
{
    int size, lines;
    char c = peek(reader, &size, &lines);
    reader->at += size;
    reader->line += lines + (c == '\n');
    return c;
}

static char look(const struct reader *reader)
{
    int size, lines;
    return peek(reader, &size, &lines);
}

static bool skip_comment(struct reader *reader)
{
    struct reader ahead = *reader;
    if (next(&ahead) != '/')
        return false;
    char kind = look(&ahead);
    if (kind == '/') {
        while (look(&ahead) && look(&ahead) != '\n')
            next(&ahead);
    } else if (kind == '*') {
        next(&ahead);
        for (char last = 0, c; (c = next(&ahead)) != 0; last = c)
            if (last == '*' && c == '/')
                break;
    } else {
        return false;
    }
    *reader = ahead;
    return true;
}

static void skip_quoted(struct reader *reader, char quote)
{
    for (char c; (c = look(reader)) != 0 && c != '\n';) {
        next(reader);
        if (c == '\\' && look(reader) != '\n')
            next(reader);
        else if (c == quote)
            return;
    }
}

static void skip_blanks(struct reader *reader)
{
    while (look(reader) == ' ' || look(reader) == '\t' || skip_comment(reader))
        if (look(reader) == ' ' || look(reader) == '\t')
            next(reader);
}

static void read_word(struct reader *reader, char *word, size_t room)
{
    size_t size = 0;
    while (isalnum((unsigned char)look(reader)) || look(reader) == '_') {
        char c = next(reader);
        if (size + 1 < room)
            word[size++] = c;
    }
    word[size] = '\0';
}

static const char only_omp[] = "Only #pragma omp is allowed. A misspelt one is skipped by the "
                               "compiler; others change how it works on what is checked.";
static const char unusual[] = "an unusual #include";
static const char plain_include[] =
    "Include the exercise's header, <omp.h> and libc's headers, with #include.";

static bool refuse_at(struct refusal *refusal, int line, const char *what, const char *why)
{
    refusal->verdict = FORBIDDEN;
    refusal->line = line;
    snprintf(refusal->headline, sizeof refusal->headline, "line %d has %s", line, what);
    snprintf(refusal->explanation, sizeof refusal->explanation, "%s", why);
    return false;
}

/* ---- Files that the compiler would open ---------------------------------------- */

static bool refuse_file(struct refusal *refusal, int line, const char *name)
{
    const char *last = strrchr(name, '/');
    refusal->verdict = FORBIDDEN;
    refusal->line = line;
    snprintf(refusal->headline, sizeof refusal->headline, "line %d includes %.200s", line,
             last && last[1] ? last + 1 : name);
    snprintf(refusal->explanation, sizeof refusal->explanation,
             "Only the exercise's own header, <omp.h> and the headers of libc may be included,\n"
             "by their names as the header or the book writes them.");
    return false;
}

/* A macro may make any name. What is none either, the compiler refuses: the
 * quotes of a word processor, which begin with these two bytes, are a mistake. */
static bool name_allowed(struct reader *reader, struct refusal *refusal)
{
    unsigned char c = (unsigned char)look(reader);
    struct reader ahead = *reader;
    next(&ahead);
    if (!isalpha(c) && c != '_' && c != '\\' && c < 0x80)
        return true;
    if (c == 0xe2 && (unsigned char)look(&ahead) == 0x80)
        return true;
    return refuse_at(refusal, reader->line, "an #include without a name in quotes",
                     "Write the header's name as the book does: #include \"name.h\" for the "
                     "exercise's, #include <omp.h> for one of the system's.");
}

/* The name of a header in the folders that gcc looks through: no other place, and
 * no name that a macro makes. */
static bool file_allowed(struct reader *reader, struct refusal *refusal)
{
    char name[256];
    size_t size = 0;
    int line = reader->line;
    skip_blanks(reader);
    char end = look(reader) == '<' ? '>' : '"';
    if (look(reader) != '<' && look(reader) != '"')
        return name_allowed(reader, refusal);
    next(reader);
    for (char c; (c = look(reader)) != 0 && c != end && c != '\n';) {
        if (size + 1 < sizeof name)
            name[size++] = c;
        next(reader);
    }
    name[size] = '\0';
    if (*name != '/' && !strstr(name, ".."))
        return true;
    return refuse_file(refusal, line, name);
}

/* After the word __has_include. */
static bool question_allowed(struct reader *reader, struct refusal *refusal)
{
    skip_blanks(reader);
    if (look(reader) == '(')
        next(reader);
    return file_allowed(reader, refusal);
}

/* ---- Directives ------------------------------------------------------------------ */

/* In a macro it would stand where nobody looks for it. */
static bool definition_allowed(struct reader *reader, struct refusal *refusal)
{
    char word[32];
    int line = reader->line;
    for (char c; (c = look(reader)) != 0 && c != '\n';) {
        if (skip_comment(reader))
            continue;
        if (!isalpha((unsigned char)c) && c != '_') {
            next(reader);
            continue;
        }
        read_word(reader, word, sizeof word);
        if (strncmp(word, "__has_include", 13) == 0 || strncmp(word, "__has_embed", 11) == 0)
            return refuse_at(refusal, line, "__has_include in a macro",
                             "Write #if __has_include(<name.h>) where you need it.");
    }
    return true;
}

/* After the # of a directive. */
static bool directive_opens_nothing(struct reader *reader, struct refusal *refusal)
{
    char word[32];
    int line = reader->line;
    skip_blanks(reader);
    read_word(reader, word, sizeof word);
    if (strcmp(word, "include") == 0)
        return file_allowed(reader, refusal);
    if (strcmp(word, "define") == 0)
        return definition_allowed(reader, refusal);
    if (strcmp(word, "include_next") == 0 || strcmp(word, "import") == 0)
        return refuse_at(refusal, line, unusual, plain_include);
    if (strcmp(word, "embed") == 0)
        return refuse_file(refusal, line, "a file by #embed");
    if (strcmp(word, "pragma") != 0)
        return true;
    skip_blanks(reader);
    read_word(reader, word, sizeof word);
    if (strcmp(word, "GCC") == 0)
        return refuse_at(refusal, line, "#pragma GCC", only_omp);
    return true;
}

static bool in_words(const char *words, const char *word)
{
    size_t size = strlen(word);
    for (const char *at = words; at && (at = strstr(at, word)) != NULL; at += size)
        if (size > 0 && (at == words || at[-1] == ' ') && (at[size] == ' ' || at[size] == '\0'))
            return true;
    return false;
}

/* After #pragma omp: the names of the directive come before any clause with its ( */
static bool construct_allowed(struct reader *reader, struct refusal *refusal)
{
    char word[32], what[64];
    int line = reader->line;
    for (;;) {
        skip_blanks(reader);
        read_word(reader, word, sizeof word);
        if (*word == '\0' || look(reader) == '(')
            return true;
        if (in_words(reader->without, word))
            break;
    }
    snprintf(what, sizeof what, "#pragma omp ... %s", word);
    return refuse_at(refusal, line, what,
                     "This exercise is about what that directive would do for you: its README "
                     "asks to do without it.");
}

/* After the # of a directive. */
static bool directive_allowed(struct reader *reader, struct refusal *refusal)
{
    char word[32], what[64];
    int line = reader->line;
    skip_blanks(reader);
    read_word(reader, word, sizeof word);
    if (isdigit((unsigned char)word[0]) || strcmp(word, "line") == 0)
        return refuse_at(
            refusal, line, "a #line",
            "It would give your lines another name, and no report could point at them.");
    if (strcmp(word, "include_next") == 0 || strcmp(word, "import") == 0)
        return refuse_at(refusal, line, unusual, plain_include);
    if (strcmp(word, "pragma") != 0)
        return true;
    skip_blanks(reader);
    read_word(reader, word, sizeof word);
    if (strcmp(word, "omp") == 0)
        return construct_allowed(reader, refusal);
    snprintf(what, sizeof what, "#pragma %s", word);
    return refuse_at(refusal, line, what, only_omp);
}

/* %: is another spelling of #. */
static bool take_hash(struct reader *reader)
{
    struct reader ahead = *reader;
    char c = next(&ahead);
    if (c != '#' && !(c == '%' && next(&ahead) == ':'))
        return false;
    *reader = ahead;
    return true;
}

struct rules {
    bool (*directive)(struct reader *reader, struct refusal *refusal); /* after its # */
    const char *word;                                                  /* one to stop at */
    bool (*after_word)(struct reader *reader, struct refusal *refusal);
};

static bool text_allowed(const char *text, const struct rules *rules, const char *without,
                         struct refusal *refusal)
{
    struct reader reader = {text, 1, without};
    bool line_start = true;
    char word[32];
    for (char c; (c = look(&reader)) != 0;) {
        if (skip_comment(&reader))
            continue;
        if (line_start && take_hash(&reader)) {
            line_start = false;
            if (!rules->directive(&reader, refusal))
                return false;
        } else if (isalpha((unsigned char)c) || c == '_') {
            read_word(&reader, word, sizeof word);
            line_start = false;
            if (strcmp(word, rules->word) == 0 && !rules->after_word(&reader, refusal))
                return false;
        } else {
            next(&reader);
            if (c == '"' || c == '\'')
                skip_quoted(&reader, c);
            line_start = c == '\n' || (line_start && isspace((unsigned char)c));
        }
    }
    return true;
}

static bool no_pragma_operator(struct reader *reader, struct refusal *refusal)
{
    return refuse_at(refusal, reader->line, "_Pragma", "Write #pragma omp instead.");
}

bool files_allowed(const char *source_text, struct refusal *refusal)
{
    static const struct rules rules = {directive_opens_nothing, "__has_include", question_allowed};
    return text_allowed(source_text, &rules, NULL, refusal);
}

bool directives_allowed(const char *source_text, const char *without, struct refusal *refusal)
{
    static const struct rules rules = {directive_allowed, "_Pragma", no_pragma_operator};
    return text_allowed(source_text, &rules, without, refusal);
}
