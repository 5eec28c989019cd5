/* shrink.c - a smaller program in which something stays true. */
#include "unit/differential/program.h"

static struct {
    struct program *program;
    bool (*still)(struct program *, void *);
    void *data;
    bool changed;
} shrinking;

static bool holds(void)
{
    bool still = shrinking.program->body && shrinking.still(shrinking.program, shrinking.data);
    shrinking.changed |= still;
    return still;
}

/* In the place of the statement at *at: the list, then what follows it. */
static bool instead(struct node **at, struct node *list)
{
    struct node *node = *at, **end = &list;
    while (*end)
        end = &(*end)->next;
    *end = node->next;
    *at = list;
    if (holds())
        return true;
    *end = NULL;
    *at = node;
    return false;
}

static bool without_other(struct node *node)
{
    struct node *other = node->other;
    if (!other || node->kind == SECTIONS)
        return false;
    node->other = NULL;
    if (holds())
        return true;
    node->other = other;
    return false;
}

static void plainer(struct node *node)
{
    struct node old = *node;
    node->depend = NO_DEPEND;
    node->nowait = false;
    if (old.depend == NO_DEPEND && !old.nowait)
        return;
    if (!holds())
        *node = old;
}

static void list(struct node **at)
{
    while (*at) {
        struct node *node = *at;
        if (instead(at, NULL))
            continue;
        if (node->body && instead(at, node->body))
            continue;
        if (node->other && instead(at, node->other))
            continue;
        without_other(node);
        plainer(node);
        list(&node->body);
        list(&node->other);
        at = &node->next;
    }
}

void program_shrink(struct program *program, bool (*still)(struct program *, void *), void *data)
{
    shrinking.program = program;
    shrinking.still = still;
    shrinking.data = data;
    do {
        shrinking.changed = false;
        list(&program->body);
        list(&program->second);
        program->threads--;
        if (program->threads < 2 || !holds())
            program->threads++;
    } while (shrinking.changed);
}
