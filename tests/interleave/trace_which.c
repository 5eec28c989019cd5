/* trace_which.c - which variable was accessed, where the statement leaves that open. */
#include <ctype.h>
#include <string.h>

#include "interleave/trace_own.h"

static bool is_word(char c) { return isalnum((unsigned char)c) || c == '_'; }

static const char *after_string(const char *at)
{
    char quote = *at++;
    while (*at && *at != quote)
        at += *at == '\\' && at[1] ? 2 : 1;
    return *at ? at + 1 : at;
}

/* Length of what starts at `at` and names one place: "t->seats", "p[i]", "x". */
static size_t chain_length(const char *at)
{
    const char *start = at;
    for (;;) {
        while (is_word(*at))
            at++;
        if (at[0] == '[') {
            int depth = 0;
            do
                depth += (*at == '[') - (*at == ']');
            while (*at++ != '\0' && depth > 0 && *at != '\0');
        }
        if (at[0] == '.' && is_word(at[1]))
            at++;
        else if (at[0] == '-' && at[1] == '>' && is_word(at[2]))
            at += 2;
        else if (at[0] != '[')
            return (size_t)(at - start);
    }
}

static bool is_keyword(const char *at, size_t length)
{
    static const char *const keywords[] = {
        "if",    "while", "for",    "return", "else",   "int",  "do",   "long",     "true",
        "false", "const", "double", "NULL",   "switch", "case", "bool", "unsigned", "sizeof"};
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
        if (strlen(keywords[i]) == length && strncmp(keywords[i], at, length) == 0)
            return true;
    return false;
}

/* Does the statement name more than one place, so that "reads 1" leaves open of
 * which? Names that are called are functions. */
static bool names_several(const char *text)
{
    const char *first = NULL;
    size_t first_length = 0;
    while (*text) {
        if (*text == '"' || *text == '\'') {
            text = after_string(text);
        } else if (isalpha((unsigned char)*text) || *text == '_') {
            size_t length = chain_length(text);
            const char *next = text + length + strspn(text + length, " ");
            if (*next != '(' && !is_keyword(text, length)) {
                if (first && (length != first_length || strncmp(first, text, length) != 0))
                    return true;
                first = text;
                first_length = length;
            }
            text += length;
        } else {
            text += is_word(*text) ? strspn(text, "0123456789abcdefxulABCDEFXUL.") : 1;
        }
    }
    return false;
}

void which_text(const struct event *event, const char *what, char *text, size_t room)
{
    text[0] = '\0';
    if (!event->name || event->name[0] == '\0')
        return;
    bool other_index = strchr(event->name, '[') && !strstr(what, event->name);
    if (other_index || what[0] == '\0' || names_several(what))
        snprintf(text, room, " %s:", event->name);
}
