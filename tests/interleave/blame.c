#include "interleave/blame.h"

#include <stdio.h>
#include <string.h>

#include "interleave/fiber.h"
#include "interleave/hash.h"
#include "interleave/places.h"
#include "interleave/trace.h"

#define MOST_WORDS 4096 /* of the stack that are looked through */

READS_STACKS const void *blame(const void *pc, uintptr_t sp)
{
    int stack = fiber_holding(sp);
    const uintptr_t *word = (const uintptr_t *)(sp & ~(uintptr_t)7);
    if (pc && place_of(pc).line > 0)
        return pc;
    for (int i = 0; stack >= 0 && i < MOST_WORDS && fiber_holding((uintptr_t)(word + i)) == stack;
         i++)
        if (place_of((const void *)word[i]).line > 0)
            return (const void *)word[i];
    return pc;
}

/* A crash is drawn; a loop without end may have no schedule to draw. */
static void name_line(const void *pc)
{
    char message[sizeof stage.message];
    int line = place_of(pc).line;
    if (line == 0)
        return;
    memcpy(message, stage.message, sizeof message);
    snprintf(stage.message, sizeof stage.message, "line %d: %.*s", line, (int)sizeof message - 20,
             message);
}

void blame_record(enum ending ending)
{
    bool bad = ending == END_CRASH || ending == END_ENDLESS;
    if (!bad || !stage.self || !(stage.trace || stage.explain))
        return;
    stage.message_pc = blame(stage.message_pc, (uintptr_t)__builtin_frame_address(0));
    if (ending == END_ENDLESS)
        name_line(stage.message_pc);
    if (!stage.trace)
        return;
    struct event *event = record(EVENT_STUCK, stage.message_pc);
    event->visible = event->wrong = true;
    event->label = ending == END_CRASH ? "dies here" : "goes round for ever";
}
