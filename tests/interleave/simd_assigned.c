#include "interleave/simd_assigned.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/source_edit.h"

#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$"
#define DIGITS "0123456789"
#define MOST_NAMES 256

/* ---- tokens ------------------------------------------------------------------------ */

struct token {
    const char *at;
    size_t length; /* 0: the end of the text */
};

static bool is(struct token token, const char *text)
{
    return strlen(text) == token.length && memcmp(token.at, text, token.length) == 0;
}

static bool is_one_of(struct token token, const char *const words[])
{
    for (size_t i = 0; words[i]; i++)
        if (is(token, words[i]))
            return true;
    return false;
}

static bool is_word(struct token token)
{
    return token.length > 0 && strchr(LETTERS, *token.at) != NULL;
}

static size_t literal_length(const char *at)
{
    size_t length = 1;
    while (at[length] && at[length] != *at)
        length += at[length] == '\\' && at[length + 1] ? 2 : 1;
    return length + (at[length] != '\0');
}

static size_t operator_length(const char *at)
{
    static const char *const operators[] = {
        "<<=", ">>=", "++", "--", "->", "+=", "-=", "*=", "/=", "%=", "&=",
        "|=",  "^=",  "==", "!=", "<=", ">=", "&&", "||", "<<", ">>"};
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (strncmp(at, operators[i], strlen(operators[i])) == 0)
            return strlen(operators[i]);
    return 1;
}

/* At or behind `at`. Line markers and pragmas, which begin a line, are no tokens. */
static struct token token_at(const char *at)
{
    for (;;) {
        at += strspn(at, " \t\r\n\f\v");
        if (*at != '#')
            break;
        at += strcspn(at, "\n");
    }
    if (!*at)
        return (struct token){at, 0};
    if (strchr(LETTERS, *at))
        return (struct token){at, strspn(at, LETTERS DIGITS)};
    if (strchr(DIGITS, *at))
        return (struct token){at, strspn(at, LETTERS DIGITS ".")};
    return (struct token){at, *at == '"' || *at == '\'' ? literal_length(at) : operator_length(at)};
}

static struct token next_token(struct token token) { return token_at(token.at + token.length); }

/* ---- names --------------------------------------------------------------------------- */

struct names {
    struct token of[MOST_NAMES];
    int count;
};

static bool has(const struct names *names, struct token name)
{
    for (int i = 0; i < names->count; i++)
        if (names->of[i].length == name.length &&
            memcmp(names->of[i].at, name.at, name.length) == 0)
            return true;
    return false;
}

/* What does not fit is not judged. */
static void add(struct names *names, struct token name)
{
    if (names->count < MOST_NAMES && !has(names, name))
        names->of[names->count++] = name;
}

/* Every word of the lines that begin with # between the two. */
static void add_pragmas(struct names *names, const char *from, const char *to)
{
    for (const char *line = from; line < to; line += strcspn(line, "\n"), line += *line == '\n') {
        line += strspn(line, " \t");
        if (!source_is_pragma(line))
            continue;
        const char *end = line + strcspn(line, "\n");
        for (struct token word = token_at(line + 1); word.at < end && word.length > 0;
             word = next_token(word))
            if (is_word(word))
                add(names, word);
    }
}

/* ---- the body ------------------------------------------------------------------------ */

struct reading {
    struct names assigned, others; /* others: declared within, or named by a pragma */
    struct token before;
    int depth;       /* of brackets */
    int words;       /* the statement so far: so many words, and stars; -1: more than these */
    int declaration; /* depth of the one that it is in, or -1 */
};

static bool assigns(struct token operator)
{
    static const char *const operators[] = {
        "=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", NULL};
    return is_one_of(operator, operators);
}

/* Behind "[i].low[j]", which may follow a name: parts of the variable. */
static struct token behind_parts(struct token token)
{
    for (;; token = next_token(token)) {
        if (is(token, "."))
            token = next_token(token);
        else if (!is(token, "["))
            return token;
        for (int depth = is(token, "["); depth > 0 && token.length > 0;) {
            token = next_token(token);
            depth += is(token, "[") - is(token, "]");
        }
    }
}

/* "int n", "struct node *n", and what follows them and a comma. */
static bool is_declared(const struct reading *r)
{
    static const char *const ends[] = {",", "*", NULL};
    return r->words > 0 || (r->declaration == r->depth && is_one_of(r->before, ends));
}

static void read_word(struct reading *r, struct token word)
{
    static const char *const statements[] = {"return", "else", "do", "case", "goto", NULL};
    if (is_one_of(word, statements)) {
        r->words = 0;
        return;
    }
    struct token next = behind_parts(next_token(word));
    bool is_member = is(r->before, ".") || is(r->before, "->");
    bool steps = is(next, "++") || is(next, "--") || is(r->before, "++") || is(r->before, "--");
    bool pointer = is(r->before, "*"); /* what it points to is assigned */
    if (is_declared(r)) {
        r->declaration = r->depth;
        add(&r->others, word);
    } else if (!is_member && (steps || (assigns(next) && !pointer))) {
        add(&r->assigned, word);
    }
    if (r->words >= 0)
        r->words++;
}

static void read_other(struct reading *r, struct token token)
{
    static const char *const open[] = {"(", "[", "{", NULL}, *const close[] = {")", "]", "}", NULL};
    bool of_for = is(token, "(") && is(r->before, "for");
    r->depth += is_one_of(token, open) - is_one_of(token, close);
    if (is(token, ";"))
        r->declaration = -1;
    if (is(token, ";") || is(token, "{") || is(token, "}") || of_for)
        r->words = 0;
    else if (!is(token, "*"))
        r->words = -1;
}

static bool ends_statement(const struct reading *r, struct token token)
{
    return r->depth <= 0 && (is(token, ";") || is(token, "}")) && !is(next_token(token), "else");
}

/* To the end of the statement. Returns where that is. */
static const char *read_statement(struct reading *r, const char *body)
{
    for (struct token token = token_at(body);; token = next_token(token)) {
        if (token.length == 0)
            return token.at;
        if (is_word(token))
            read_word(r, token);
        else
            read_other(r, token);
        if (ends_statement(r, token))
            return token.at;
        r->before = token;
    }
}

char *simd_assigned(const char *text, const char *pragma, const char *body)
{
    struct reading *r = calloc(1, sizeof *r);
    char *calls = NULL;
    size_t size;
    FILE *out = r ? open_memstream(&calls, &size) : NULL;
    if (out) {
        r->before = (struct token){"", 0};
        r->declaration = -1;
        const char *end = read_statement(r, body);
        add_pragmas(&r->others, pragma, end);
        for (int i = 0; i < r->assigned.count; i++) {
            struct token name = r->assigned.of[i];
            if (!has(&r->others, name) && !source_may_be_register(text, name.at, name.length))
                fprintf(out, "__interleave_common(&%.*s, sizeof %.*s), ", (int)name.length, name.at,
                        (int)name.length, name.at);
        }
        if (fclose(out) != 0) {
            free(calls);
            calls = NULL;
        }
    }
    free(r);
    return calls;
}
