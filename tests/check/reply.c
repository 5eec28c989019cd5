/* reply.c - a reply over the wire: each put_… has its get_… below it. */
#include "check/reply.h"

#include <stdlib.h>
#include <string.h>

static void put_code(struct wire_out *out, const void *pc) { wire_number(out, (uintptr_t)pc); }

/* Code of the submission is moved to where the parent looks for it. */
static const void *get_code(struct wire_in *in, const struct reply *reply)
{
    uint64_t pc = wire_get_number(in);
    if (pc - reply->base < reply->span)
        pc = pc - reply->base + REPLY_BASE;
    return (const void *)(uintptr_t)pc;
}

/* Texts of fixed room; longer ones are cut. */
static void get_name(struct wire_in *in, char *name, size_t room)
{
    char *text = wire_get_text(in);
    memset(name, 0, room);
    if (text)
        memcpy(name, text, strlen(text) < room ? strlen(text) : room - 1);
    free(text);
}

/* ---- Outcomes ------------------------------------------------------------------ */

static void put_choices(struct wire_out *out, const struct choices *choices)
{
    wire_number(out, (uint64_t)choices->count);
    for (int i = 0; i < choices->count; i++)
        wire_signed(out, choices->thread[i]);
}

static void get_choices(struct wire_in *in, struct choices *choices)
{
    size_t count = wire_get_count(in, 8);
    choices->thread = calloc(count + 1, sizeof *choices->thread);
    choices->count = choices->thread ? (int)count : 0;
    for (int i = 0; i < choices->count; i++)
        choices->thread[i] = (int)wire_get_below(in, 1 << 20);
}

static void put_outcome(struct wire_out *out, const struct outcome *outcome)
{
    wire_number(out, outcome->verdict);
    wire_bytes(out, outcome->bytes, outcome->size);
    wire_bytes(out, outcome->output, outcome->output_size);
    wire_signed(out, outcome->exit_status);
    wire_number(out, (uint64_t)outcome->signal);
    wire_text(out, outcome->message);
    wire_number(out, outcome->schedules);
    put_choices(out, &outcome->choices);
    wire_number(out, (uint64_t)outcome->preemptions);
    wire_number(out, (uint64_t)outcome->steps);
    wire_number(out, outcome->race);
}

static void get_outcome(struct wire_in *in, struct outcome *outcome)
{
    outcome->verdict = (enum verdict)wire_get_below(in, VERDICT_COUNT - 1);
    outcome->bytes = wire_get_bytes(in, &outcome->size);
    outcome->output = wire_get_bytes(in, &outcome->output_size);
    outcome->exit_status = (int)wire_get_signed(in);
    outcome->signal = (int)wire_get_below(in, 64);
    outcome->message = wire_get_text(in);
    outcome->schedules = wire_get_number(in);
    get_choices(in, &outcome->choices);
    outcome->preemptions = (int)wire_get_below(in, INT32_MAX);
    outcome->steps = (int)wire_get_below(in, INT32_MAX);
    outcome->race = wire_get_below(in, 1) != 0;
}

/* ---- Races ----------------------------------------------------------------------- */

static void put_access(struct wire_out *out, const struct access *access)
{
    put_code(out, access->pc);
    wire_signed(out, access->thread);
    wire_signed(out, access->number);
    wire_number(out, access->write);
    wire_number(out, access->atomic);
    wire_number(out, access->size);
}

static void get_access(struct wire_in *in, struct access *access, const struct reply *reply)
{
    access->pc = get_code(in, reply);
    access->thread = (int)wire_get_below(in, 63);
    access->number = (int)wire_get_below(in, 63);
    access->write = wire_get_below(in, 1) != 0;
    access->atomic = wire_get_below(in, 1) != 0;
    access->size = (uint32_t)wire_get_below(in, UINT32_MAX);
}

static void put_race(struct wire_out *out, const struct race *race)
{
    wire_text(out, race->name);
    wire_number(out, race->address);
    put_access(out, &race->first);
    put_access(out, &race->second);
}

static void get_race(struct wire_in *in, struct race *race, const struct reply *reply)
{
    get_name(in, race->name, sizeof race->name);
    race->address = wire_get_number(in);
    get_access(in, &race->first, reply);
    get_access(in, &race->second, reply);
}

/* ---- The answer -------------------------------------------------------------------- */

static void put_answer(struct wire_out *out, const struct answer *answer)
{
    wire_number(out, answer->verdict);
    wire_number(out, answer->complete);
    wire_number(out, answer->counted);
    wire_number(out, answer->schedules);
    wire_number(out, answer->executions);
    wire_number(out, answer->weak_atomics);
    wire_number(out, (uint64_t)answer->widest_team);
    wire_text(out, answer->message);
    wire_signed(out, answer->worst);
    wire_number(out, (uint64_t)answer->outcome_count);
    for (int i = 0; i < answer->outcome_count; i++)
        put_outcome(out, &answer->outcomes[i]);
    wire_number(out, (uint64_t)answer->race_count);
    for (int i = 0; i < answer->race_count; i++)
        put_race(out, &answer->races[i]);
}

static void get_answer(struct wire_in *in, struct answer *answer, const struct reply *reply)
{
    answer->verdict = (enum verdict)wire_get_below(in, VERDICT_COUNT - 1);
    answer->complete = wire_get_below(in, 1) != 0;
    answer->counted = wire_get_below(in, 1) != 0;
    answer->schedules = wire_get_number(in);
    answer->executions = wire_get_number(in);
    answer->weak_atomics = wire_get_below(in, 1) != 0;
    answer->widest_team = (int)wire_get_below(in, 1 << 16);
    answer->message = wire_get_text(in);
    answer->worst = (int)wire_get_signed(in);
    size_t count = wire_get_count(in, 80);
    answer->outcomes = calloc(count + 1, sizeof *answer->outcomes);
    answer->outcome_count = answer->outcomes ? (int)count : 0;
    for (int i = 0; i < answer->outcome_count; i++)
        get_outcome(in, &answer->outcomes[i]);
    count = wire_get_count(in, 100);
    answer->races = calloc(count + 1, sizeof *answer->races);
    answer->race_count = answer->races ? (int)count : 0;
    for (int i = 0; i < answer->race_count; i++)
        get_race(in, &answer->races[i], reply);
    if (answer->worst < -1 || answer->worst >= answer->outcome_count)
        in->bad = true;
}

/* ---- The trace ------------------------------------------------------------------------ */

static void put_event(struct wire_out *out, const struct event *event, int columns)
{
    wire_number(out, event->kind);
    wire_signed(out, event->thread);
    wire_signed(out, event->number);
    wire_number(out, event->visible);
    wire_number(out, event->valued);
    put_code(out, event->pc);
    wire_number(out, event->object);
    wire_number(out, event->size);
    wire_number(out, (unsigned char)event->type);
    wire_text(out, event->name);
    wire_text(out, event->label);
    wire_signed(out, event->before);
    wire_signed(out, event->after);
    wire_signed(out, event->core);
    wire_number(out, event->start);
    wire_number(out, event->end);
    for (int i = 0; i < columns; i++)
        wire_signed(out, event->columns[i]);
}

/* The trace keeps a copy of a text, or NULL. */
static const char *get_kept(struct wire_in *in, struct trace *trace)
{
    char *text = wire_get_text(in);
    const char *kept = text ? trace_keep(trace, text) : NULL;
    free(text);
    return kept;
}

static void get_event(struct wire_in *in, struct trace *trace, const struct reply *reply)
{
    struct event *event = trace_append(trace);
    event->kind = (enum event_kind)wire_get_below(in, EVENT_STUCK);
    event->thread = (int)wire_get_below(in, 63);
    event->number = (int)wire_get_below(in, 63);
    event->visible = wire_get_below(in, 1) != 0;
    event->valued = wire_get_below(in, 1) != 0;
    event->pc = get_code(in, reply);
    event->object = wire_get_number(in);
    event->size = (uint32_t)wire_get_below(in, UINT32_MAX);
    event->type = (char)wire_get_below(in, 127);
    event->name = get_kept(in, trace);
    event->label = get_kept(in, trace);
    event->before = wire_get_signed(in);
    event->after = wire_get_signed(in);
    event->core = (int)wire_get_signed(in);
    event->start = wire_get_number(in);
    event->end = wire_get_number(in);
    for (int i = 0; i < trace->column_count; i++)
        event->columns[i] = wire_get_signed(in);
    if (event->core < -1 || event->core > 63)
        in->bad = true;
}

static void put_trace(struct wire_out *out, const struct trace *trace)
{
    wire_number(out, (uint64_t)trace->column_count);
    for (int i = 0; i < trace->column_count; i++) {
        wire_text(out, trace->columns[i].name);
        wire_number(out, trace->columns[i].size);
        wire_number(out, (unsigned char)trace->columns[i].type);
        wire_signed(out, trace->initial[i]);
        wire_number(out, trace->columns[i].address);
    }
    wire_number(out, (uint64_t)trace->threads);
    wire_number(out, (uint64_t)trace->cores);
    wire_number(out, trace->makespan);
    wire_number(out, (uint64_t)trace->count);
    for (int i = 0; i < trace->count; i++)
        put_event(out, &trace->events[i], trace->column_count);
}

static void get_trace(struct wire_in *in, struct trace *trace, const struct reply *reply)
{
    trace->column_count = (int)wire_get_below(in, 8);
    for (int i = 0; i < trace->column_count; i++) {
        get_name(in, trace->columns[i].name, sizeof trace->columns[i].name);
        trace->columns[i].size = (uint32_t)wire_get_below(in, 16);
        trace->columns[i].type = (char)wire_get_below(in, 127);
        trace->initial[i] = wire_get_signed(in);
        trace->columns[i].address = wire_get_number(in);
    }
    trace->threads = (int)wire_get_below(in, 64);
    trace->cores = (int)wire_get_below(in, 64);
    trace->makespan = wire_get_number(in);
    for (size_t count = wire_get_count(in, 120); count > 0 && !in->bad; count--)
        get_event(in, trace, reply);
    for (int i = 0; i < trace->count && !in->bad; i++)
        if (trace->events[i].thread >= trace->threads)
            in->bad = true;
}

/* ---- The virtual machine ------------------------------------------------------------------ */

static void put_machine(struct wire_out *out, const struct machine *machine)
{
    wire_number(out, (uint64_t)machine->cores);
    wire_number(out, machine->makespan);
    wire_number(out, machine->serial);
    wire_number(out, machine->work);
    wire_number(out, machine->span);
    for (int i = 0; i < 64; i++) {
        wire_number(out, machine->busy[i]);
        wire_number(out, machine->waiting[i]);
        wire_signed(out, machine->units_by_thread[i]);
    }
    wire_number(out, machine->lock_waiting);
    wire_number(out, machine->false_cost);
    wire_number(out, (uint64_t)machine->line_count);
    for (int i = 0; i < machine->line_count; i++) {
        const struct shared_line *line = &machine->lines[i];
        wire_text(out, line->name[0]);
        wire_text(out, line->name[1]);
        wire_number(out, line->transfers);
        wire_number(out, line->cost);
        wire_number(out, line->is_false);
        put_code(out, line->pc[0]);
        put_code(out, line->pc[1]);
    }
}

static void get_machine(struct wire_in *in, struct machine *machine, const struct reply *reply)
{
    machine->cores = (int)wire_get_below(in, 64);
    machine->makespan = wire_get_number(in);
    machine->serial = wire_get_number(in);
    machine->work = wire_get_number(in);
    machine->span = wire_get_number(in);
    for (int i = 0; i < 64; i++) {
        machine->busy[i] = wire_get_number(in);
        machine->waiting[i] = wire_get_number(in);
        machine->units_by_thread[i] = wire_get_signed(in);
    }
    machine->lock_waiting = wire_get_number(in);
    machine->false_cost = wire_get_number(in);
    machine->line_count = (int)wire_get_below(in, 8);
    for (int i = 0; i < machine->line_count; i++) {
        struct shared_line *line = &machine->lines[i];
        get_name(in, line->name[0], sizeof line->name[0]);
        get_name(in, line->name[1], sizeof line->name[1]);
        line->transfers = wire_get_number(in);
        line->cost = wire_get_number(in);
        line->is_false = wire_get_below(in, 1) != 0;
        line->pc[0] = get_code(in, reply);
        line->pc[1] = get_code(in, reply);
    }
}

/* ---- The whole reply -------------------------------------------------------------------------- */

void reply_write(struct wire_out *out, const struct reply *reply)
{
    wire_number(out, reply->kind);
    wire_text(out, reply->text);
    wire_number(out, reply->base);
    wire_number(out, reply->span);
    for (int i = 0; i < 64; i++)
        wire_signed(out, reply->units[i]);
    wire_number(out, reply->kind == REPLY_ANSWER);
    if (reply->kind == REPLY_ANSWER)
        put_answer(out, &reply->answer);
    wire_number(out, reply->machine_known);
    if (reply->machine_known)
        put_machine(out, &reply->machine);
    wire_number(out, reply->traced);
    if (reply->traced)
        put_trace(out, &reply->trace);
}

bool reply_read(struct reply *reply, const unsigned char *bytes, size_t size)
{
    struct wire_in in = {.at = bytes, .end = bytes + size};
    memset(reply, 0, sizeof *reply);
    reply->kind = (enum reply_kind)wire_get_below(&in, REPLY_KINDS - 1);
    reply->text = wire_get_text(&in);
    reply->base = wire_get_number(&in);
    reply->span = wire_get_number(&in);
    for (int i = 0; i < 64; i++)
        reply->units[i] = wire_get_signed(&in);
    if (wire_get_below(&in, 1) == (reply->kind == REPLY_ANSWER)) {
        if (reply->kind == REPLY_ANSWER)
            get_answer(&in, &reply->answer, reply);
    } else {
        in.bad = true;
    }
    reply->machine_known = wire_get_below(&in, 1) != 0;
    if (reply->machine_known)
        get_machine(&in, &reply->machine, reply);
    reply->traced = wire_get_below(&in, 1) != 0;
    if (reply->traced)
        get_trace(&in, &reply->trace, reply);
    if (wire_good(&in))
        return true;
    reply_free(reply);
    return false;
}

void reply_free(struct reply *reply)
{
    free(reply->text);
    answer_free(&reply->answer);
    trace_free(&reply->trace);
    memset(reply, 0, sizeof *reply);
}
