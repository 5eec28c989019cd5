/* turns.c - a schedule that the learner's answer spells. */
#include "check/turns.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/check.h"

void refuse(struct turns *turns, const char *format, ...)
{
    if (turns->refused)
        return;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(turns->message, sizeof turns->message, format, arguments);
    va_end(arguments);
    turns->refused = true;
}

/* The list doubles when its length is a power of two. */
static bool make_room(struct turns *turns)
{
    int count = turns->choices.count;
    if ((count & (count - 1)) != 0)
        return true;
    size_t room = count ? 2 * (size_t)count : 1;
    int *grown = realloc(turns->choices.thread, room * sizeof *grown);
    if (grown)
        turns->choices.thread = grown;
    return grown != NULL;
}

void turn(struct turns *turns, int thread, int steps)
{
    for (int i = 0; i < steps && !turns->refused; i++) {
        if (turns->choices.count == MOST_TURNS)
            refuse(turns, "the schedule has more than %d steps", MOST_TURNS);
        else if (make_room(turns))
            turns->choices.thread[turns->choices.count++] = thread;
    }
}

static void refuse_letter(struct turns *turns, char letter, int step, int threads)
{
    const char *hint =
        isalpha((unsigned char)letter) && toupper((unsigned char)letter) < 'A' + threads
            ? " (capitals, please)"
            : "";
    const char *to = threads == 2 ? "and" : "to";
    char last = (char)('A' + threads - 1);
    if (isspace((unsigned char)letter))
        refuse(turns,
               "step %d is a blank: only the letters A %s %c count, one right after the other",
               step, to, last);
    else if (isprint((unsigned char)letter))
        refuse(turns, "step %d is '%c': the letters are A %s %c%s", step, letter, to, last, hint);
    else if ((unsigned char)letter >= 0x80)
        refuse(turns,
               "step %d is no Latin letter: the letters are A %s %c\n"
               "Other alphabets have letters that look the same, and typing by another\n"
               "keyboard layout gives those.",
               step, to, last);
    else
        refuse(turns, "step %d is no letter: the letters are A %s %c", step, to, last);
}

void turns_from_letters(struct turns *turns, const char *text, int threads)
{
    if (!text || !*text) {
        refuse(turns, "there are no letters yet");
        return;
    }
    for (int i = 0; text[i] && !turns->refused; i++) {
        int thread = text[i] - 'A';
        if (thread < 0 || thread >= threads)
            refuse_letter(turns, text[i], i + 1, threads);
        else
            turn(turns, thread, 1);
    }
}
