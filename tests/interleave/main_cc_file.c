/* main_cc_file.c - the files around a link: @files, symbols of objects. */
#include <ctype.h>
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/compile_files.h"
#include "interleave/main_cc.h"
#include "interleave/main_tool.h"
#include "interleave/symbols.h"

/* ---- @files ------------------------------------------------------------------------- */

enum { DEEPEST = 10, LARGEST = 16 << 20 };

/* The next word of *text, as gcc reads them: parted by blanks, quotes of both
 * kinds, and a backslash before any character. NULL at the end. Malloc'ed. */
static char *next_word(const char **text)
{
    while (isspace((unsigned char)**text))
        (*text)++;
    if (!**text)
        return NULL;
    char *word = malloc(strlen(*text) + 1), quote = 0;
    if (!word)
        quit(EXIT_OURS, "[internal] out of memory");
    size_t used = 0;
    for (; **text && (quote || !isspace((unsigned char)**text)); (*text)++) {
        if (**text == quote && quote)
            quote = 0;
        else if (!quote && (**text == '"' || **text == '\''))
            quote = **text;
        else if (**text == '\\' && (*text)[1])
            word[used++] = *++(*text);
        else
            word[used++] = **text;
    }
    word[used] = '\0';
    return word;
}

void cc_expand(struct words *words, const char *text, int depth)
{
    size_t size;
    char *content = text[0] == '@' && depth < DEEPEST ? file_read(text + 1, LARGEST, &size) : NULL;
    if (!content) { /* as gcc does: it is a word then */
        words_add(words, text);
        return;
    }
    const char *rest = content;
    /* NOLINTNEXTLINE(clang-analyzer-unix.Malloc): the words are kept in words */
    for (char *word = next_word(&rest); word; word = next_word(&rest))
        cc_expand(words, word, depth + 1);
    free(content);
}

/* ---- symbols -------------------------------------------------------------------------- */

struct needs {
    bool hooks, defines;
};

static void see_need(const char *name, bool defined, void *data)
{
    struct needs *needs = data;
    needs->defines |= defined;
    needs->hooks |= !defined && strcmp(name, "__tsan_init") == 0;
}

void cc_look_at(const char *object)
{
    struct needs needs = {0};
    if (symbols_of_objects(object, see_need, &needs) && needs.defines && !needs.hooks)
        remark("what %s reads and writes is not seen: it was compiled by gcc itself, "
               "or is assembler; compile C with interleave cc",
               object);
}

/* Functions of a library that libc has too. */
struct hidden {
    void *libc;
    char first[64]; /* by name */
    int count;
};

static void see_hidden(const char *name, bool defined, void *data)
{
    struct hidden *hidden = data;
    if (!defined || !dlsym(hidden->libc, name))
        return;
    if (hidden->count++ == 0 || strcmp(name, hidden->first) < 0)
        snprintf(hidden->first, sizeof hidden->first, "%s", name);
}

void cc_look_at_library(const char *path)
{
    struct hidden hidden = {.libc = dlopen("libc.so.6", RTLD_NOW | RTLD_NOLOAD)};
    char others[32] = "";
    if (!hidden.libc || !symbols_of_linked(path, see_hidden, &hidden) || hidden.count == 0)
        return;
    if (hidden.count > 1)
        snprintf(others, sizeof others, " (and %d more like it)", hidden.count - 1);
    remark("%s has a function of its own named %s%s, but who calls it from outside "
           "gets libc's: "
           "link the object files instead of the library, or give it another name",
           path, hidden.first, others);
}

bool program_is_ours(const char *path)
{
    struct needs needs = {0};
    symbols_of_linked(path, see_need, &needs);
    return needs.hooks;
}

static void write_name(const char *name, bool defined, void *data)
{
    if (defined)
        fprintf(data, "--ignore-unresolved-symbol=%s\n", name);
}

bool cc_write_names(FILE *out) { return symbols_of_linked("/proc/self/exe", write_name, out); }
