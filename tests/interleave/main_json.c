/* main_json.c - the tool's answer for programs: one JSON document. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "interleave/main_json.h"
#include "interleave/places.h"

static json_t *json_text(const char *from, size_t size)
{
    json_t *value = json_stringn(from ? from : "", from ? size : 0);
    if (value)
        return value;
    char *copy = malloc(size + 1);
    for (size_t i = 0; from && copy && i < size; i++)
        copy[i] = (unsigned char)from[i] < 0x80 ? from[i] : '?';
    value = json_stringn(copy ? copy : "", copy ? size : 0);
    free(copy);
    return value;
}

json_t *json_word(const char *from) { return json_text(from, from ? strlen(from) : 0); }

static json_t *count(uint64_t schedules, bool exact)
{
    return exact && schedules <= INT64_MAX ? json_integer((json_int_t)schedules) : json_null();
}

static json_t *one_access(const struct access *access)
{
    struct place place = place_of(access->pc);
    json_t *to = json_object();
    json_object_set_new(to, "file", json_word(place.file));
    json_object_set_new(to, "line", json_integer(place.line));
    json_object_set_new(to, "function", json_word(place.function));
    json_object_set_new(to, "text", json_word(place.text));
    json_object_set_new(to, "access", json_string(access->write ? "write" : "read"));
    json_object_set_new(to, "atomic", json_boolean(access->atomic));
    json_object_set_new(to, access->task ? "task" : "thread", json_integer(access->thread));
    if (access->task && access->made_at)
        json_object_set_new(to, "made", json_integer(place_of(access->made_at).line));
    if (access->leaves)
        json_object_set_new(to, "access", json_string("return"));
    return to;
}

static json_t *races(const struct answer *answer)
{
    json_t *list = json_array();
    for (int i = 0; i < answer->race_count; i++) {
        const struct race *race = &answer->races[i];
        json_t *one = json_object(), *places = json_array();
        json_array_append_new(places, one_access(&race->first));
        json_array_append_new(places, one_access(&race->second));
        json_object_set_new(one, "variable", json_word(race->name));
        json_object_set_new(one, "places", places);
        json_object_set_new(one, "team", race->team ? json_integer(race->team) : json_null());
        if (race->lane[0])
            json_object_set_new(one, race->any_order ? "concurrent_iterations" : "simd_iterations",
                                json_pack("[ii]", (int)race->lane[0], (int)race->lane[1]));
        json_array_append_new(list, one);
    }
    return list;
}

static json_t *outcomes(const struct answer *answer)
{
    json_t *list = json_array();
    for (int i = 0; i < answer->outcome_count; i++) {
        const struct outcome *from = &answer->outcomes[i];
        json_t *one = json_object();
        bool ended = from->verdict == PASS || from->verdict == LEAK;
        json_object_set_new(one, "verdict", json_string(verdict_name(from->verdict)));
        json_object_set_new(one, "exit", ended ? json_integer(from->exit_status) : json_null());
        json_object_set_new(one, "signal", from->signal ? json_integer(from->signal) : json_null());
        json_object_set_new(one, "stdout", json_text(from->output, from->output_size));
        json_object_set_new(one, "stderr", json_word(from->complaint ? from->complaint : ""));
        json_object_set_new(one, "schedules", count(from->schedules, answer->counted));
        json_object_set_new(one, "message",
                            from->message && *from->message ? json_word(from->message)
                                                            : json_null());
        json_array_append_new(list, one);
    }
    return list;
}

/* The shown schedule; null when none is. */
static json_t *trace(const struct asked *asked, const struct trace *from)
{
    struct trace_style style = {
        .width = 80, .lanes = asked->lanes, .letters = asked->letters, .tasks = from->tasks};
    char *bytes = NULL;
    size_t size = 0;
    FILE *out = from->count > 0 ? open_memstream(&bytes, &size) : NULL;
    if (!out)
        return json_null();
    trace_json(out, from, &style);
    fclose(out);
    json_t *value = json_loadb(bytes, size, 0, NULL);
    free(bytes);
    return value ? value : json_null();
}

void json_print(const struct asked *asked, json_t *document)
{
    json_dumpf(document, asked->out, JSON_INDENT(1) | JSON_REAL_PRECISION(9));
    fputc('\n', asked->out);
    json_decref(document);
}

void json_explored(const struct asked *asked, const struct answer *answer,
                   const struct trace *picture, const char *id)
{
    json_t *to = json_object();
    json_object_set_new(to, "command", json_string(command_name(asked->command)));
    json_object_set_new(to, "program", json_word(asked->files[0]));
    json_object_set_new(to, "threads", json_integer(asked->threads));
    json_object_set_new(to, "verdict", json_string(verdict_name(answer->verdict)));
    json_object_set_new(to, "schedules", count(answer->schedules, answer->counted));
    json_object_set_new(to, "executions", json_integer((json_int_t)answer->executions));
    json_object_set_new(to, "complete", json_boolean(answer->complete));
    json_object_set_new(to, "outcomes", outcomes(answer));
    json_object_set_new(to, "model", json_string("sc"));
    json_object_set_new(to, "weak_atomics", json_boolean(answer->weak_atomics));
    json_object_set_new(to, "races", races(answer));
    json_object_set_new(to, "replay", id ? json_string(id) : json_null());
    json_object_set_new(to, "message", answer->message ? json_word(answer->message) : json_null());
    json_object_set_new(to, "trace", trace(asked, picture));
    json_print(asked, to);
}

static json_t *units(uint64_t nanoseconds) { return json_real((double)nanoseconds / 1000); }

/* Lines that cores fought over, for the same bytes or for nothing. */
static json_t *lines(const struct machine *machine, bool is_false)
{
    json_t *list = json_array();
    for (int i = 0; i < machine->line_count; i++) {
        const struct shared_line *line = &machine->lines[i];
        if (line->is_false != is_false || !line->name[0][0])
            continue;
        json_t *one = json_object(), *names = json_array(), *places = json_array();
        for (int k = 0; k < 2; k++) {
            struct place place = place_of(line->pc[k]);
            json_t *where = json_object();
            json_object_set_new(where, "file", json_word(place.file));
            json_object_set_new(where, "line", json_integer(place.line));
            json_array_append_new(places, where);
            json_array_append_new(names, json_word(line->name[k]));
        }
        json_object_set_new(one, "variables", names);
        json_object_set_new(one, "places", places);
        json_object_set_new(one, "transfers", json_integer((json_int_t)line->transfers));
        json_object_set_new(one, "cost", units(line->cost));
        json_array_append_new(list, one);
    }
    return list;
}

void json_cores(const struct asked *asked, const struct answer *answer,
                const struct machine *machine, const struct trace *timeline)
{
    (void)timeline;
    json_t *to = json_object(), *cores = json_array();
    for (int i = 0; i < machine->cores; i++) {
        json_t *core = json_object();
        json_object_set_new(core, "busy", units(machine->busy[i]));
        json_object_set_new(core, "waiting", units(machine->waiting[i]));
        json_array_append_new(cores, core);
    }
    bool known = machine->serial > 0 && machine->makespan > 0;
    double speedup = known ? (double)machine->serial / (double)machine->makespan : 0;
    json_object_set_new(to, "command", json_string(command_name(asked->command)));
    json_object_set_new(to, "program", json_word(asked->files[0]));
    json_object_set_new(to, "threads", json_integer(asked->threads));
    json_object_set_new(to, "verdict", json_string(verdict_name(answer->verdict)));
    json_object_set_new(to, "makespan", units(machine->makespan));
    json_object_set_new(to, "speedup", known ? json_real(speedup) : json_null());
    json_object_set_new(to, "serial", machine->serial ? units(machine->serial) : json_null());
    json_object_set_new(to, "work", units(machine->work));
    json_object_set_new(to, "span", units(machine->span));
    json_object_set_new(to, "cores", cores);
    json_object_set_new(to, "false_sharing", lines(machine, true));
    json_object_set_new(to, "sharing", lines(machine, false));
    json_object_set_new(to, "lock_waiting", units(machine->lock_waiting));
    json_object_set_new(to, "races", races(answer));
    json_object_set_new(to, "outcomes", outcomes(answer));
    json_print(asked, to);
}
