/* main_sarif.c - the answer in SARIF 2.1.0, for code scanning in CI.
 *
 * One run; a rule for each verdict that is a finding; a result for each race,
 * or for each way to fail. A race's second access is its related location. The
 * schedule that is shown is a code flow of the result that it shows: a thread
 * flow for each lane, the steps in the order in which they were taken.
 */
#include <ctype.h>
#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "interleave/main_json.h"
#include "interleave/places.h"
#include "interleave/trace_own.h"

/* The verdicts that a program can get; LEVEL: how SARIF weighs them. */
static const struct rule {
    enum verdict verdict;
    const char *level;
} rules[] = {{RACE, "error"},    {CRASH, "error"},  {DEADLOCK, "error"},
             {ENDLESS, "error"}, {LEAK, "warning"}, {VARIES, "warning"}};
enum { RULES = sizeof rules / sizeof *rules };

static int rule_of(enum verdict verdict)
{
    for (int i = 0; i < RULES; i++)
        if (rules[i].verdict == verdict)
            return i;
    return -1;
}

static json_t *message(const char *text)
{
    json_t *to = json_object();
    json_object_set_new(to, "text", json_word(text));
    return to;
}

/* ---- places --------------------------------------------------------------------------- */

/* A file as a URI reference: below this folder it is relative to it. */
static json_t *uri_of(const char *file)
{
    char here[PATH_MAX], uri[3 * PATH_MAX + 16], *to = uri;
    size_t length = getcwd(here, sizeof here) ? strlen(here) : 0;
    if (length && strncmp(file, here, length) == 0 && file[length] == '/')
        file += length + 1;
    while (strncmp(file, "./", 2) == 0)
        file += 2;
    if (*file == '/')
        to += sprintf(to, "file://");
    for (; *file && to < uri + sizeof uri - 4; file++) {
        unsigned char c = (unsigned char)*file;
        if (isalnum(c) || strchr("-._~/", c))
            *to++ = (char)c;
        else
            to += sprintf(to, "%%%02X", c);
    }
    *to = '\0';
    return json_string(uri);
}

/* line 0: the whole file. */
static json_t *location_at(const char *file, int line, const char *text, const char *words)
{
    json_t *to = json_object(), *physical = json_object(), *artifact = json_object();
    json_object_set_new(artifact, "uri", uri_of(file));
    json_object_set_new(physical, "artifactLocation", artifact);
    if (line > 0) {
        json_t *region = json_object();
        json_object_set_new(region, "startLine", json_integer(line));
        if (text && *text)
            json_object_set_new(region, "snippet", message(text));
        json_object_set_new(physical, "region", region);
    }
    json_object_set_new(to, "physicalLocation", physical);
    if (words)
        json_object_set_new(to, "message", message(words));
    return to;
}

static json_t *location(const struct asked *asked, const void *pc, const char *words)
{
    struct place place = pc ? place_of(pc) : (struct place){0};
    if (place.line == 0)
        return location_at(asked->files[0], 0, NULL, words);
    return location_at(place.file, place.line, place.text, words);
}

/* ---- the schedule ------------------------------------------------------------------------ */

static json_t *flow_step(const struct asked *asked, const struct step_row *row,
                         const struct trace_style *style)
{
    char text[2 * TEXT_ROOM];
    json_t *to = json_object();
    event_text(row->event, style, text, sizeof text);
    json_object_set_new(to, "location", location(asked, row->event->pc, text));
    if (row->number > 0)
        json_object_set_new(to, "executionOrder", json_integer(row->number));
    json_object_set_new(to, "importance",
                        json_string(row->event->wrong ? "essential" : "important"));
    return to;
}

static json_t *code_flows(const struct asked *asked, const struct trace *picture, const char *id)
{
    struct steps steps;
    struct trace_style style = {.width = 80,
                                .ascii = true,
                                .lanes = asked->lanes,
                                .letters = asked->letters,
                                .tasks = picture->tasks,
                                .most = 200};
    char title[TEXT_ROOM];
    json_t *flow = json_object(), *threads = json_array(), *flows = json_array();
    steps_select(&steps, picture, &style);
    for (int lane = 0; lane < steps.lane_count; lane++) {
        json_t *thread = json_object(), *places = json_array();
        for (int i = 0; i < steps.count; i++)
            if (steps.rows[i].event && steps.rows[i].event->thread == steps.lanes[lane])
                json_array_append_new(places, flow_step(asked, &steps.rows[i], &style));
        lane_title(&style, steps.lanes[lane], title, sizeof title);
        json_object_set_new(thread, "id", json_word(title));
        json_object_set_new(thread, "locations", places);
        json_array_append_new(threads, thread);
    }
    steps_free(&steps);
    snprintf(title, sizeof title, "the schedule %s", id ? id : "");
    json_object_set_new(flow, "message", message(title));
    json_object_set_new(flow, "threadFlows", threads);
    json_array_append_new(flows, flow);
    return flows;
}

/* ---- results ------------------------------------------------------------------------------- */

/* The same finding in the next version of the program, wherever its lines are
 * then: the words of the lines count and not their numbers. */
static uint64_t mix_text(uint64_t hash, const char *text)
{
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * UINT64_C(1099511628211); /* FNV-1a */
    return hash * UINT64_C(1099511628211);
}

static uint64_t mix_place(uint64_t hash, const void *pc)
{
    struct place place = place_of(pc);
    if (!*place.file)
        return hash;
    const char *slash = strrchr(place.file, '/');
    hash = mix_text(hash, slash ? slash + 1 : place.file);
    return mix_text(mix_text(hash, place.function), place.text);
}

static uint64_t mix_access(uint64_t hash, const struct access *access)
{
    return mix_place(mix_text(hash, access->write ? "write" : "read"), access->pc);
}

static json_t *result(enum verdict verdict, const char *words, json_t *place, uint64_t fingerprint)
{
    char digits[32];
    json_t *to = json_object(), *places = json_array(), *prints = json_object();
    int rule = rule_of(verdict);
    json_object_set_new(to, "ruleId", json_string(verdict_name(verdict)));
    json_object_set_new(to, "ruleIndex", json_integer(rule));
    json_object_set_new(to, "level", json_string(rule >= 0 ? rules[rule].level : "error"));
    json_object_set_new(to, "message", message(words));
    json_array_append_new(places, place);
    json_object_set_new(to, "locations", places);
    snprintf(digits, sizeof digits, "%016" PRIx64, fingerprint);
    json_object_set_new(prints, "interleave/v1", json_string(digits));
    json_object_set_new(to, "partialFingerprints", prints);
    return to;
}

/* lane: an iteration of a simd loop, from 1; else 0. */
static void access_words(const struct access *access, unsigned lane, char *text, size_t room)
{
    struct place place = place_of(access->pc);
    const char *who = lane ? "iteration" : access->task ? "task" : "thread";
    const char *does = access->leaves  ? "returns from the function"
                       : access->write ? "writes"
                                       : "reads";
    snprintf(text, room, "%s %d %s%s in line %d", who, lane ? (int)lane : access->thread, does,
             access->atomic ? " atomically" : "", place.line);
}

static json_t *race_result(const struct asked *asked, const struct race *race)
{
    char first[128], second[128], team[64] = "", words[512];
    access_words(&race->first, race->lane[0], first, sizeof first);
    access_words(&race->second, race->lane[1], second, sizeof second);
    if (race->team > 0)
        snprintf(team, sizeof team, " in a team of %d", race->team);
    snprintf(words, sizeof words, "Data race on %s%s: %s, %s, and %s.",
             *race->name ? race->name : "shared data", team, first, second,
             race->any_order ? "the iterations of the loop have no order"
             : race->lane[0] ? "as lanes of one simd loop they lose their order"
                             : "nothing orders them");
    /* Which access was the first is the search's affair. */
    uint64_t start = mix_text(UINT64_C(14695981039346656037), race->name);
    uint64_t print = mix_access(start, &race->first) + mix_access(start, &race->second);
    json_t *to = result(RACE, words, location(asked, race->first.pc, first), print);
    json_t *related = json_array(), *other = location(asked, race->second.pc, second);
    json_object_set_new(other, "id", json_integer(1));
    json_array_append_new(related, other);
    json_object_set_new(to, "relatedLocations", related);
    return to;
}

/* Where the schedule went wrong, or stands for ever. */
static const void *wrong_place(const struct trace *picture)
{
    for (int i = 0; i < picture->count; i++)
        if (picture->events[i].wrong || picture->events[i].kind == EVENT_STUCK)
            return picture->events[i].pc;
    return NULL;
}

static bool told_before(const struct answer *answer, int at)
{
    const struct outcome *one = &answer->outcomes[at];
    for (int i = 0; i < at; i++) {
        const struct outcome *other = &answer->outcomes[i];
        if (other->verdict == one->verdict &&
            strcmp(other->message ? other->message : "", one->message ? one->message : "") == 0)
            return true;
    }
    return false;
}

static json_t *outcome_result(const struct asked *asked, const struct answer *answer,
                              const struct outcome *outcome, const void *pc)
{
    char words[1024];
    if (outcome->verdict == PASS)
        snprintf(words, sizeof words, "The program has %d outcomes, by the order of its threads.",
                 answer->outcome_count);
    else
        snprintf(words, sizeof words, "%s: %s.", verdict_name(outcome->verdict),
                 outcome->message && *outcome->message ? outcome->message
                                                       : verdict_meaning(outcome->verdict));
    enum verdict verdict = outcome->verdict == PASS ? VARIES : outcome->verdict;
    uint64_t print = mix_text(UINT64_C(14695981039346656037), verdict_name(verdict));
    return result(verdict, words, location(asked, pc, NULL), pc ? mix_place(print, pc) : print);
}

static json_t *results(const struct asked *asked, const struct answer *answer,
                       const struct trace *picture, const char *id)
{
    json_t *list = json_array();
    for (int i = 0; i < answer->race_count; i++)
        json_array_append_new(list, race_result(asked, &answer->races[i]));
    int shown = answer->worst;
    for (int i = 0; answer->race_count == 0 && i < answer->outcome_count; i++) {
        const struct outcome *outcome = &answer->outcomes[i];
        bool varies = answer->verdict == VARIES && i == (shown < 0 ? 0 : shown);
        if ((outcome->verdict == PASS && !varies) || (!varies && told_before(answer, i)))
            continue;
        json_array_append_new(
            list, outcome_result(asked, answer, outcome, i == shown ? wrong_place(picture) : NULL));
    }
    if (picture->count > 0 && json_array_size(list) > 0)
        json_object_set_new(json_array_get(list, 0), "codeFlows", code_flows(asked, picture, id));
    return list;
}

/* ---- the document ----------------------------------------------------------------------------- */

static json_t *tool(void)
{
    json_t *to = json_object(), *driver = json_object(), *list = json_array();
    for (int i = 0; i < RULES; i++) {
        json_t *rule = json_object(), *level = json_object();
        json_object_set_new(rule, "id", json_string(verdict_name(rules[i].verdict)));
        json_object_set_new(rule, "shortDescription", message(verdict_meaning(rules[i].verdict)));
        json_object_set_new(level, "level", json_string(rules[i].level));
        json_object_set_new(rule, "defaultConfiguration", level);
        json_array_append_new(list, rule);
    }
    json_object_set_new(driver, "name", json_string("interleave"));
    json_object_set_new(driver, "version", json_string(INTERLEAVE_VERSION));
    json_object_set_new(driver, "semanticVersion", json_string(INTERLEAVE_VERSION));
    json_object_set_new(driver, "rules", list);
    json_object_set_new(to, "driver", driver);
    return to;
}

/* How it went; and what was not covered, as a notification. */
static json_t *invocations(const struct asked *asked, const struct answer *answer)
{
    json_t *list = json_array(), *to = json_object();
    json_object_set_new(to, "executionSuccessful", json_boolean(answer->verdict != INTERNAL));
    json_object_set_new(to, "exitCode", json_integer(exit_status_of(answer->verdict)));
    bool partial = !answer->complete && asked->command != RUN_REPLAY;
    if (partial) {
        json_t *notes = json_array(), *note = json_object();
        json_object_set_new(note, "level", json_string("note"));
        json_object_set_new(
            note, "message",
            message(answer->message ? answer->message : "not every schedule was tried"));
        json_array_append_new(notes, note);
        json_object_set_new(to, "toolExecutionNotifications", notes);
    }
    json_array_append_new(list, to);
    return list;
}

void sarif_explored(const struct asked *asked, const struct answer *answer,
                    const struct trace *picture, const char *id)
{
    json_t *to = json_object(), *runs = json_array(), *run = json_object();
    json_t *properties = json_object();
    json_object_set_new(to, "$schema",
                        json_string("https://json.schemastore.org/sarif-2.1.0.json"));
    json_object_set_new(to, "version", json_string("2.1.0"));
    json_object_set_new(run, "tool", tool());
    json_object_set_new(run, "invocations", invocations(asked, answer));
    json_object_set_new(run, "results", results(asked, answer, picture, id));
    json_object_set_new(properties, "verdict", json_string(verdict_name(answer->verdict)));
    json_object_set_new(properties, "complete", json_boolean(answer->complete));
    json_object_set_new(properties, "model", json_string("sc"));
    json_object_set_new(properties, "replay", id ? json_string(id) : json_null());
    json_object_set_new(run, "properties", properties);
    json_array_append_new(runs, run);
    json_object_set_new(to, "runs", runs);
    json_print(asked, to);
}
