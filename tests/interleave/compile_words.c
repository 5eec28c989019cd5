#include "interleave/compile_words.h"

#include <stdlib.h>
#include <string.h>

#include "interleave/compile_files.h"
#include "interleave/gcc.h"

/* -I- is the only way to say it, and gcc greets it with this line. */
static void drop_greeting(char *words)
{
    static const char greeting[] =
        "cc1: note: obsolete option '-I-' used, please use '-iquote' instead\n";
    char *found;
    while ((found = strstr(words, greeting)) != NULL)
        memmove(found, found + sizeof greeting - 1, strlen(found + sizeof greeting - 1) + 1);
}

/* How much gcc had when it met its limit differs from run to run. */
static void drop_amounts(char *words)
{
    static const char start[] = "out of memory";
    for (char *at = strstr(words, start); at; at = strstr(at, start)) {
        at += sizeof start - 1;
        char *end = at + strcspn(at, "\n");
        memmove(at, end, strlen(end) + 1);
    }
}

void words_settle(char *words)
{
    drop_greeting(words);
    drop_amounts(words);
}

bool words_want_registers(const char *path)
{
    char *words = NULL;
    text_append_file(&words, path, GCC_LIMIT_OUTPUT);
    bool asks = words && strstr(words, "constraint") && strstr(words, "asm");
    free(words);
    return asks;
}
