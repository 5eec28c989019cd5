/* share.c - what all worksharing constructs have in common; see worksharing.h. */
#include "interleave/worksharing.h"

#include "interleave/abi.h"
#include "interleave/cost.h"
#include "interleave/trace.h"

static struct workshare *share_at(struct team *team, unsigned index)
{
    struct workshare **at = &team->first_share;
    while (*at && (*at)->index != index)
        at = &(*at)->next;
    if (!*at) {
        *at = stage_alloc(sizeof **at);
        (*at)->team = team;
        (*at)->index = index;
    }
    return *at;
}

struct workshare *share_enter(void)
{
    struct implicit *implicit = stage.self->implicit;
    implicit->share = share_at(implicit->team, implicit->shares++);
    if (!implicit->chunk)
        implicit->chunk = stage_alloc(sizeof(struct chunk));
    *(struct chunk *)implicit->chunk = (struct chunk){0};
    return implicit->share;
}

struct workshare *share_current(void)
{
    struct workshare *share = stage.self->implicit->share;
    return share ? share : share_enter();
}

struct chunk *share_chunk(void) { return stage.self->implicit->chunk; }

void share_leave(void)
{
    struct implicit *implicit = stage.self->implicit;
    struct workshare *share = share_current();
    implicit->share = NULL;
    if (++share->left < share->team->size)
        return;
    struct workshare **at = &share->team->first_share;
    while (*at != share)
        at = &(*at)->next;
    *at = share->next;
}

void share_prepare(struct team *team, void *loop)
{
    share_at(team, 0)->loop = *(const struct loop *)loop;
}

void share_stand(struct workshare *share, const void *pc, uintptr_t cfa)
{
    struct step step = {.kind = STEP_GRAB,
                        .writes = true,
                        .size = 8,
                        .pc = pc,
                        .cfa = cfa,
                        .object = (uintptr_t)&share->mark,
                        .spent = &share->spent};
    stand(&step);
    cost_access((uintptr_t)&share->mark, 8, 1, pc);
    cost_add(COST_CHUNK);
}
