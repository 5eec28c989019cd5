/* generate.c - a random program from a seed.
 *
 * Each program has a theme, so that the few statements that it has meet each
 * other. Each variable has a way in which it is mostly accessed, so that many
 * programs have no race and some have one that is rare. What OpenMP forbids
 * (worksharing in worksharing, a barrier that not all reach) is not generated.
 */
#include <string.h>

#include "unit/differential/program.h"

/* Where a statement stands. */
struct place {
    bool uniform;                    /* every thread of the team comes here */
    bool ordered;                    /* in a loop with `ordered`, not yet in its region */
    bool task, loop, nested, shared; /* shared: in a worksharing construct */
    unsigned held;                   /* locks and critical names: not twice */
    int depth;
};

static struct {
    struct program *program;
    uint64_t state;
    const unsigned char *weights; /* of the theme, by kind */
    enum strength way[VARIABLES]; /* PLAIN or an atomic order */
    int slots;
} making;

/* xorshift64* (Vigna, ACM TOMS 2016) */
static unsigned any(unsigned below)
{
    making.state ^= making.state >> 12;
    making.state ^= making.state << 25;
    making.state ^= making.state >> 27;
    return (unsigned)(making.state * UINT64_C(2685821657736338717) >> 33) % below;
}

static bool often(unsigned percent) { return any(100) < percent; }

enum { THEMES = 6 };
/* clang-format off */
static const unsigned char themes[THEMES][KINDS] = {
    { /* everything */
        [READ] = 4, [WRITE] = 3, [INCREASE] = 3, [COPY] = 2, [ATOMIC_READ] = 3, [ATOMIC_WRITE] = 2,
        [ATOMIC_ADD] = 2, [ATOMIC_DOUBLE] = 1, [ATOMIC_CAPTURE] = 2, [ATOMIC_SWAP] = 1, [COMPARE] = 1, [TASKYIELD] = 1,
        [TRY_NEST] = 1, [TASKLOOP] = 1, [PRIVATE] = 1, [PRINT] = 1,
        [FLUSH] = 1, [BARRIER] = 2, [TASKWAIT] = 1, [WAIT] = 1, [EXIT] = 1, [IF] = 3,
        [BY_NUMBER] = 3, [CRITICAL] = 3, [LOCK] = 2, [TRY] = 2, [BACK_OFF] = 1, [NEST_LOCK] = 1,
        [SINGLE] = 2, [COPYPRIVATE] = 1, [MASTER] = 1, [SECTIONS] = 2, [LOOP] = 2, [ORDERED] = 3,
        [TASK] = 3, [TASKGROUP] = 1, [NESTED] = 1},
    { /* locks */
        [READ] = 4, [WRITE] = 3, [INCREASE] = 4, [COPY] = 2, [IF] = 3, [BY_NUMBER] = 3,
        [CRITICAL] = 5, [LOCK] = 6, [TRY] = 6, [BACK_OFF] = 2, [NEST_LOCK] = 2, [TRY_NEST] = 2, [EXIT] = 1,
        [ATOMIC_READ] = 1, [BARRIER] = 1},
    { /* atomics */
        [READ] = 3, [WRITE] = 3, [ATOMIC_READ] = 6, [ATOMIC_WRITE] = 6, [ATOMIC_ADD] = 3,
        [ATOMIC_DOUBLE] = 3, [ATOMIC_CAPTURE] = 3, [ATOMIC_SWAP] = 3, [COMPARE] = 4, [IF] = 6, [FLUSH] = 3, [BARRIER] = 1,
        [BY_NUMBER] = 2, [CRITICAL] = 1},
    { /* worksharing */
        [READ] = 4, [WRITE] = 3, [INCREASE] = 3, [ATOMIC_ADD] = 2, [ATOMIC_READ] = 2,
        [BARRIER] = 3, [SINGLE] = 5, [COPYPRIVATE] = 3, [MASTER] = 3, [SECTIONS] = 5, [LOOP] = 6,
        [ORDERED] = 6, [CRITICAL] = 2, [PRIVATE] = 2, [IF] = 2, [NESTED] = 1, [BY_NUMBER] = 1,
        [PRINT] = 1},
    { /* tasks */
        [READ] = 3, [WRITE] = 4, [INCREASE] = 3, [COPY] = 2, [ATOMIC_READ] = 2, [ATOMIC_ADD] = 2,
        [ATOMIC_CAPTURE] = 1, [TASKWAIT] = 5, [TASK] = 12, [TASKGROUP] = 3, [TASKLOOP] = 3, [TASKYIELD] = 1, [CRITICAL] = 2,
        [LOCK] = 1, [SINGLE] = 5, [MASTER] = 3, [BARRIER] = 2, [IF] = 1, [BY_NUMBER] = 2,
        [PRIVATE] = 2},
    { /* waiting */
        [READ] = 4, [WRITE] = 4, [ATOMIC_READ] = 3, [ATOMIC_WRITE] = 7, [ATOMIC_ADD] = 2,
        [WAIT] = 7, [BACK_OFF] = 3, [TRY] = 2, [LOCK] = 2, [CRITICAL] = 3, [FLUSH] = 2,
        [BY_NUMBER] = 7, [IF] = 3, [BARRIER] = 1, [EXIT] = 1, [ATOMIC_CAPTURE] = 2},
};
/* clang-format on */

static bool needs_body(enum kind kind) { return kind >= IF; }

static bool worksharing(enum kind kind)
{
    return kind == SINGLE || kind == COPYPRIVATE || kind == SECTIONS || kind == LOOP;
}

static bool allowed(enum kind kind, const struct place *place)
{
    if (worksharing(kind) || kind == BARRIER)
        return place->uniform;
    if (kind == ORDERED)
        return place->ordered;
    if (kind == NESTED)
        return place->depth == 0 && !place->task && !place->loop;
    if (kind == TASK || kind == TASKLOOP) /* in a loop two of them would share a slot of seen */
        return !place->loop && !place->nested && place->depth < 3;
    if (kind == MASTER && place->shared)
        return false;
    if (kind == MASTER || kind == PRIVATE || kind == BY_NUMBER || kind == EXIT)
        return !place->task && !place->nested;
    if (kind == CRITICAL || kind == LOCK || kind == NEST_LOCK || kind == TRY_NEST ||
        kind == BACK_OFF)
        return place->depth < 3;
    return place->depth < 3 || !needs_body(kind);
}

static enum kind choose_kind(const struct place *place)
{
    unsigned sum = 0;
    for (int i = 0; i < KINDS; i++)
        sum += allowed((enum kind)i, place) ? making.weights[i] : 0U;
    unsigned chosen = any(sum);
    for (int i = 0; i < KINDS; i++) {
        unsigned weight = allowed((enum kind)i, place) ? making.weights[i] : 0U;
        if (chosen < weight)
            return (enum kind)i;
        chosen -= weight;
    }
    return READ;
}

static struct node *statements(unsigned most, const struct place *place);

/* An access in the way of its variable, mostly. */
static void in_its_way(struct node *node)
{
    enum strength way = making.way[node->variable];
    bool plain = node->kind <= COPY;
    if (often(12))
        return;
    if (plain && way != PLAIN)
        node->kind = node->kind == READ    ? ATOMIC_READ
                     : node->kind == WRITE ? ATOMIC_WRITE
                                           : ATOMIC_ADD;
    if (node->kind == COPY)
        return;
    if (!plain && way == PLAIN)
        node->kind = node->kind == ATOMIC_READ    ? READ
                     : node->kind == ATOMIC_WRITE ? WRITE
                                                  : INCREASE;
}

static enum strength an_order(enum kind kind, int variable)
{
    enum strength way = making.way[variable];
    if (way == PLAIN || often(10))
        way = (enum strength)any(4);
    bool reads = kind == ATOMIC_READ || kind == WAIT || kind == IF;
    if (way == ACQUIRE || way == RELEASE || way == ACQ_REL)
        return reads ? ACQUIRE : kind == ATOMIC_WRITE ? RELEASE : ACQ_REL;
    return way;
}

static void bodies(struct node *node, struct place place)
{
    place.depth++;
    unsigned lock = 0;
    bool exclusive = node->kind == CRITICAL || node->kind == LOCK || node->kind == TRY ||
                     node->kind == BACK_OFF || node->kind == NEST_LOCK || node->kind == TRY_NEST;
    if (exclusive) {
        lock = 1U << (node->variable +
                      (node->kind == CRITICAL                                             ? 2
                       : exclusive && (node->kind == NEST_LOCK || node->kind == TRY_NEST) ? 4
                                                                                          : 0));
        if (node->kind == BACK_OFF)
            lock = 3;
    }
    place.held |= lock;
    place.uniform = node->kind == NESTED;
    place.ordered = node->kind == LOOP && node->shape & 4;
    bool deferred = node->kind == TASK || node->kind == TASKLOOP;
    place.task |= deferred;
    place.loop |= node->kind == LOOP || node->kind == TASKLOOP;
    place.shared |= worksharing(node->kind);
    place.nested |= node->kind == NESTED;
    if (deferred)
        place.held &= 12; /* gcc refuses a critical in its namesake even so */
    bool one = node->kind == NESTED || node->kind == LOOP || node->kind == TASKLOOP;
    node->body = statements(one ? 1 : 2, &place);
    bool two = node->kind == SECTIONS || (node->kind == BY_NUMBER && often(70)) ||
               ((node->kind == IF || node->kind == TRY) && often(30));
    if (two) {
        place.held &= ~lock;
        node->other = statements(2, &place);
    }
}

static bool takes_twice(const struct node *node, const struct place *place)
{
    if (node->kind == LOCK || node->kind == TRY)
        return place->held >> node->variable & 1;
    if (node->kind == BACK_OFF)
        return place->held & 3;
    return node->kind == CRITICAL && place->held >> (node->variable + 2) & 1;
}

static struct node *statement(const struct place *place)
{
    struct program *program = making.program;
    if (program->count == MOST_NODES)
        return NULL;
    struct node *node = &program->nodes[program->count++];
    node->kind = choose_kind(place);
    node->variable = (int)any(needs_body(node->kind) && node->kind != IF ? 2 : VARIABLES);
    node->value = 1 + (int)any(3);
    node->shape = (int)any(16);
    node->nowait = often(40);
    node->own_row = often(60);
    bool depends = (node->kind == TASK && often(60)) || (node->kind == TASKWAIT && often(30));
    node->depend = depends ? (enum depend)(1 + any(node->kind == TASK ? 4 : 3)) : NO_DEPEND;
    if (node->kind <= ATOMIC_CAPTURE)
        in_its_way(node);
    node->order = node->kind == IF && making.way[node->variable] == PLAIN && often(80)
                      ? PLAIN
                      : an_order(node->kind, node->variable);
    node->slot = making.slots < SLOTS - 1 ? making.slots++ : SLOTS - 1;
    if (takes_twice(node, place))
        node->kind = INCREASE;
    if (needs_body(node->kind))
        bodies(node, *place);
    return node;
}

static struct node *statements(unsigned most, const struct place *place)
{
    struct node *first = NULL, **at = &first;
    for (unsigned count = 1 + any(most); count > 0; count--) {
        *at = statement(place);
        if (!*at)
            break;
        at = &(*at)->next;
    }
    return first;
}

void program_generate(struct program *program, uint64_t seed)
{
    memset(program, 0, sizeof *program);
    program->seed = seed;
    making.program = program;
    making.state = (seed + 1) * UINT64_C(0x9e3779b97f4a7c15);
    making.slots = 0;
    for (int i = 0; i < 8; i++)
        any(2);
    unsigned theme = any(THEMES);
    making.weights = themes[theme];
    for (int i = 0; i < VARIABLES; i++)
        making.way[i] = often(theme == 2 || theme == 5 ? 25 : 60) ? PLAIN : (enum strength)any(4);
    program->threads = often(60) ? 2 : often(80) ? 3 : 4;
    program->late = often(30);
    struct place place = {.uniform = true};
    unsigned most = program->threads == 2 ? 4 : program->threads == 3 ? 3 : 1;
    program->body = statements(most, &place);
    if (most > 1 && often(20))
        program->second = statements(2, &place);
}

/* ---- what is in it --------------------------------------------------------- */

static bool list_has(const struct node *node, bool (*is)(const struct node *, int), int what)
{
    for (; node; node = node->next)
        if (is(node, what) || list_has(node->body, is, what) || list_has(node->other, is, what))
            return true;
    return false;
}

static bool is_kind(const struct node *node, int kind) { return (int)node->kind == kind; }

static bool is_weak(const struct node *node, int unused)
{
    (void)unused;
    bool ordered = (node->kind >= ATOMIC_READ && node->kind <= COMPARE) || node->kind == WAIT ||
                   node->kind == IF;
    return ordered && node->order != SEQ_CST && node->order != PLAIN;
}

bool program_has(const struct program *program, enum kind kind)
{
    return list_has(program->body, is_kind, (int)kind) ||
           list_has(program->second, is_kind, (int)kind);
}

bool program_waits(const struct program *program)
{
    return program_has(program, WAIT) || program_has(program, BACK_OFF);
}

bool program_weak(const struct program *program)
{
    return list_has(program->body, is_weak, 0) || list_has(program->second, is_weak, 0);
}
