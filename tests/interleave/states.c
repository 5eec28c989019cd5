/* states.c - depth-first search of the graph of states.
 *
 * A state that was reached before is not entered again. When the search is
 * complete, the number of schedules from each state is the sum over its edges:
 * that is how "k of n schedules" is counted, exactly. A state from which no end
 * can be reached is endless; a cycle with an exit is not.
 */
#include <stdlib.h>
#include <string.h>

#include "interleave/checkpoint.h"
#include "interleave/engine.h"
#include "interleave/explore.h"
#include "interleave/grow.h"
#include "interleave/state_hash.h"

#define NONE UINT32_MAX
#define END_BIT UINT32_C(0x80000000) /* an edge to an outcome, not to a state */

struct edge {
    uint32_t to, next;
    int choice;
};

struct state {
    uint64_t hash;
    uint32_t first_edge, parent;
    int parent_choice;
    bool open; /* on the path of the search */
    bool can_end;
};

/* A state on the path and what is still to be tried there. */
struct visit {
    uint32_t state;
    uint64_t rest; /* threads not tried yet */
    int chosen, values;
};

static struct {
    struct engine engine;
    struct state *states;
    uint32_t count;
    size_t room;
    struct edge *edges;
    uint32_t edge_count;
    size_t edge_room;
    uint32_t *table; /* state numbers by hash; NONE empty */
    uint32_t table_size;
    struct visit *path;
    int depth, replayed, at;
    size_t path_room;
    uint32_t reached; /* by the last choice: a known state, or NONE */
    bool cycle, complete;
} graph;

/* ---- the table --------------------------------------------------------------- */

static uint32_t *look(uint64_t hash)
{
    uint32_t i = (uint32_t)hash & (graph.table_size - 1);
    while (graph.table[i] != NONE && graph.states[graph.table[i]].hash != hash)
        i = (i + 1) & (graph.table_size - 1);
    return &graph.table[i];
}

static void resize(uint32_t size)
{
    graph.table = realloc(graph.table, (size_t)size * sizeof *graph.table);
    if (!graph.table)
        abort();
    graph.table_size = size;
    memset(graph.table, 0xff, (size_t)size * sizeof *graph.table);
    for (uint32_t i = 0; i < graph.count; i++)
        *look(graph.states[i].hash) = i;
}

static uint32_t add_state(uint64_t hash)
{
    graph.states = grow(graph.states, (size_t)graph.count + 1, &graph.room, sizeof *graph.states);
    const struct visit *from = graph.at ? &graph.path[graph.at - 1] : NULL;
    graph.states[graph.count] = (struct state){.hash = hash,
                                               .first_edge = NONE,
                                               .open = true,
                                               .parent = from ? from->state : NONE,
                                               .parent_choice = from ? from->chosen : 0};
    *look(hash) = graph.count++;
    if (graph.count * 2 > graph.table_size)
        resize(graph.table_size * 2);
    return graph.count - 1;
}

static void add_edge(uint32_t from, int choice, uint32_t to)
{
    graph.edges =
        grow(graph.edges, (size_t)graph.edge_count + 1, &graph.edge_room, sizeof *graph.edges);
    graph.edges[graph.edge_count] = (struct edge){to, graph.states[from].first_edge, choice};
    graph.states[from].first_edge = graph.edge_count++;
}

/* ---- choosing ------------------------------------------------------------------ */

/* A new visit, or NULL when the state is known: the execution ends there. */
static struct visit *arrive(void)
{
    uint64_t hash = state_hash();
    uint32_t known = *look(hash);
    if (known != NONE) {
        graph.reached = known;
        return NULL;
    }
    uint32_t state = add_state(hash);
    if (graph.at)
        add_edge(graph.path[graph.at - 1].state, graph.path[graph.at - 1].chosen, state);
    graph.path = grow(graph.path, (size_t)graph.at + 1, &graph.path_room, sizeof *graph.path);
    graph.depth = graph.at + 1;
    graph.path[graph.at] = (struct visit){.state = state};
    return &graph.path[graph.at];
}

static int go(const struct visit *visit)
{
    graph.at++;
    path_add(visit->chosen);
    return visit->chosen;
}

static int states_choose(struct policy *policy, uint64_t enabled, int last)
{
    (void)policy;
    if (graph.at < graph.replayed) {
        if (graph.at == graph.replayed - 1)
            checkpoint_save(graph.at);
        first_choice(UINT64_C(1) << graph.path[graph.at].chosen, last);
        return go(&graph.path[graph.at]);
    }
    struct visit *visit = arrive();
    if (!visit)
        return POLICY_STOP;
    visit->chosen = first_choice(enabled, last);
    visit->rest = enabled & ~(UINT64_C(1) << visit->chosen);
    return go(visit);
}

static int states_value(struct policy *policy, int n)
{
    (void)policy;
    if (graph.at < graph.replayed)
        return go(&graph.path[graph.at]);
    struct visit *visit = arrive();
    if (!visit)
        return POLICY_STOP;
    visit->values = n;
    return go(visit);
}

static void states_start(struct policy *policy, int depth)
{
    (void)policy;
    graph.at = depth < 0 ? 0 : depth;
    graph.reached = NONE;
}

static void states_begin(struct engine *engine)
{
    engine->executions = 0;
    engine->gave_up = false;
    graph.count = graph.edge_count = 0;
    graph.depth = graph.replayed = 0;
    graph.cycle = graph.complete = false;
    resize(4096);
    checkpoint_drop(-1);
}

static bool too_large(void)
{
    return graph.room * sizeof *graph.states + graph.edge_room * sizeof *graph.edges +
               (size_t)graph.table_size * 4 >
           MAX_STATE_BYTES;
}

/* The execution's last edge: to an outcome, or to the known state it reached. */
static void close_edge(struct engine *engine, int outcome)
{
    if (graph.at == 0)
        return;
    const struct visit *from = &graph.path[graph.at - 1];
    if (outcome >= 0) {
        add_edge(from->state, from->chosen, END_BIT | (uint32_t)outcome);
    } else if (graph.reached != NONE) {
        add_edge(from->state, from->chosen, graph.reached);
        graph.cycle |= graph.states[graph.reached].open;
    } else {
        engine->gave_up = true;
    }
}

static bool states_ended(struct engine *engine, int outcome)
{
    engine->executions++;
    close_edge(engine, outcome);
    if (too_large())
        engine->gave_up = true;
    if (engine->gave_up)
        return false;
    while (graph.depth > 0) {
        struct visit *visit = &graph.path[graph.depth - 1];
        bool more = visit->values ? visit->chosen + 1 < visit->values : visit->rest != 0;
        if (more && visit->values)
            visit->chosen++;
        else if (more)
            visit->chosen = __builtin_ctzll(visit->rest);
        if (more) {
            visit->rest &= visit->rest - 1;
            graph.replayed = graph.depth;
            checkpoint_drop(graph.depth - 1);
            return true;
        }
        graph.states[visit->state].open = false;
        graph.depth--;
    }
    graph.complete = true;
    return false;
}

struct engine *engine_states(void)
{
    graph.engine = (struct engine){.policy = {.choose = states_choose,
                                              .value = states_value,
                                              .start = states_start,
                                              .compares_states = true},
                                   .name = "states",
                                   .begin = states_begin,
                                   .ended = states_ended};
    return &graph.engine;
}

/* ---- counting -------------------------------------------------------------------- */

static uint64_t add(uint64_t a, uint64_t b)
{
    const uint64_t most = UINT64_C(1) << 63;
    return a >= most || b >= most || a + b >= most ? UINT64_MAX : a + b;
}

/* An order in which every state comes after those it leads to. */
static uint32_t *finished_first(void)
{
    uint32_t *order = malloc((size_t)graph.count * sizeof *order + 4);
    uint32_t *stack = malloc((size_t)(graph.count + 1) * sizeof *stack);
    uint32_t *edge = malloc((size_t)graph.count * sizeof *edge + 4);
    bool *seen = calloc(graph.count + 1, 1);
    if (!order || !stack || !edge || !seen)
        abort();
    uint32_t done = 0, depth = 0;
    if (graph.count) {
        stack[depth++] = 0;
        seen[0] = true;
        edge[0] = graph.states[0].first_edge;
    }
    while (depth) {
        uint32_t state = stack[depth - 1];
        if (edge[state] == NONE) {
            order[done++] = state;
            depth--;
            continue;
        }
        uint32_t to = graph.edges[edge[state]].to;
        edge[state] = graph.edges[edge[state]].next;
        if (to & END_BIT || seen[to])
            continue;
        seen[to] = true;
        edge[to] = graph.states[to].first_edge;
        stack[depth++] = to;
    }
    free(stack);
    free(edge);
    free(seen);
    return order;
}

static uint64_t count_outcome(const uint32_t *order, uint64_t *ways, uint32_t outcome)
{
    for (uint32_t i = 0; i < graph.count; i++) {
        uint64_t sum = 0;
        /* NOLINTNEXTLINE(clang-analyzer-core.uninitialized.ArraySubscript): every state is in it */
        for (uint32_t e = graph.states[order[i]].first_edge; e != NONE; e = graph.edges[e].next) {
            uint32_t to = graph.edges[e].to;
            if (!(to & END_BIT))
                sum = add(sum, ways[to]);
            else if ((to & ~END_BIT) == outcome)
                sum = add(sum, 1);
        }
        ways[order[i]] = sum;
    }
    return graph.count ? ways[0] : 1;
}

void states_rename(const int *new_number)
{
    for (uint32_t e = 0; e < graph.edge_count; e++) {
        uint32_t to = graph.edges[e].to;
        if (to & END_BIT)
            graph.edges[e].to = END_BIT | (uint32_t)new_number[to & ~END_BIT];
    }
}

bool states_count(uint64_t *by_outcome, int outcomes, uint64_t *all)
{
    if (!graph.complete || graph.cycle)
        return false;
    uint32_t *order = finished_first();
    uint64_t *ways = malloc((size_t)graph.count * sizeof *ways + 8);
    if (!ways)
        abort();
    *all = 0;
    for (int i = 0; i < outcomes; i++) {
        by_outcome[i] = count_outcome(order, ways, (uint32_t)i);
        *all = add(*all, by_outcome[i]);
    }
    free(order);
    free(ways);
    return true;
}

/* ---- endless states ----------------------------------------------------------------- */

/* Reaching an end spreads backwards over the edges until nothing changes. */
static void spread_ends(void)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t i = graph.count; i-- > 0;) {
            struct state *state = &graph.states[i];
            for (uint32_t e = state->first_edge; e != NONE && !state->can_end;
                 e = graph.edges[e].next)
                if (graph.edges[e].to & END_BIT || graph.states[graph.edges[e].to].can_end)
                    changed = state->can_end = true;
        }
    }
}

bool states_endless(struct choices *choices)
{
    if (!graph.complete || !graph.cycle)
        return false;
    spread_ends();
    for (uint32_t i = 0; i < graph.count; i++) {
        if (graph.states[i].can_end)
            continue;
        int length = 0;
        for (uint32_t s = i; graph.states[s].parent != NONE; s = graph.states[s].parent)
            length++;
        choices->count = length;
        choices->thread = malloc((size_t)length * sizeof(int) + 1);
        if (!choices->thread)
            abort();
        for (uint32_t s = i; graph.states[s].parent != NONE; s = graph.states[s].parent)
            choices->thread[--length] = graph.states[s].parent_choice;
        return true;
    }
    return false;
}
