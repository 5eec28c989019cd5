/* trace_json.c - a trace for other programs: as JSON, and in the trace event
 * format that Chrome and Perfetto read.
 */
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "interleave/places.h"
#include "interleave/trace_own.h"

static const char *kind_name(enum event_kind kind)
{
    static const char *const names[] = {
        [EVENT_READ] = "read",       [EVENT_WRITE] = "write",     [EVENT_UPDATE] = "update",
        [EVENT_ACQUIRE] = "acquire", [EVENT_RELEASE] = "release", [EVENT_TRY_FAILED] = "try_failed",
        [EVENT_CHUNK] = "chunk",     [EVENT_SECTION] = "section", [EVENT_SINGLE] = "single",
        [EVENT_BARRIER] = "barrier", [EVENT_FORK] = "fork",       [EVENT_JOIN] = "join",
        [EVENT_BEGIN] = "begin",     [EVENT_END] = "end",         [EVENT_LABEL] = "label",
        [EVENT_WORK] = "work",       [EVENT_PAUSE] = "pause",     [EVENT_WAIT] = "wait",
        [EVENT_CHOICE] = "choice",   [EVENT_STUCK] = "stuck"};
    return names[kind];
}

/* Bytes of the UTF-8 character at text; 0 when it is none. */
static int character_size(const char *text)
{
    unsigned char first = (unsigned char)*text;
    int size = first < 0x80   ? 1
               : first < 0xc2 ? 0
               : first < 0xe0 ? 2
               : first < 0xf0 ? 3
               : first < 0xf5 ? 4
                              : 0;
    for (int i = 1; i < size; i++)
        if (((unsigned char)text[i] & 0xc0) != 0x80)
            return 0;
    return size;
}

/* Source lines and names may be in any encoding: what is no UTF-8 becomes '?'. */
static void put_string(FILE *out, const char *text)
{
    fputc('"', out);
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        int size = character_size(text);
        if (size > 1) {
            fwrite(text, 1, (size_t)size, out);
            text += size - 1;
            continue;
        }
        if (size == 0)
            c = '?';
        if (c == '"' || c == '\\')
            fprintf(out, "\\%c", c);
        else if (c < ' ')
            fprintf(out, "\\u%04x", c);
        else
            fputc(c, out);
    }
    fputc('"', out);
}

/* A value as a JSON number; null where there is none (an infinity). */
static void put_value(FILE *out, int64_t raw, uint32_t size, char type)
{
    char text[64];
    if (type != 'f') {
        value_text(raw, size, type == 'u' || type == 'b' || type == 'p' ? 'u' : 'i', text,
                   sizeof text);
        fputs(text, out);
        return;
    }
    double value = 0;
    float narrow;
    if (size == sizeof narrow) {
        memcpy(&narrow, &raw, sizeof narrow);
        value = (double)narrow;
    } else {
        memcpy(&value, &raw, sizeof value);
    }
    if (isfinite(value))
        fprintf(out, "%.17g", value);
    else
        fputs("null", out);
}

/* ---- JSON ---------------------------------------------------------------- */

static void put_place(FILE *out, const struct event *event)
{
    struct place place = place_of(event->pc);
    if (place.line == 0)
        return;
    fputs(", \"file\": ", out);
    put_string(out, place.file);
    fprintf(out, ", \"line\": %d, \"function\": ", place.line);
    put_string(out, place.function);
}

static void put_values(FILE *out, const struct trace *trace, const int64_t *values)
{
    fputc('[', out);
    for (int column = 0; column < trace->column_count; column++) {
        if (column > 0)
            fputs(", ", out);
        put_value(out, values[column], trace->columns[column].size, trace->columns[column].type);
    }
    fputc(']', out);
}

static void put_event(FILE *out, const struct trace *trace, const struct event *event, int number,
                      const struct trace_style *style)
{
    struct words words;
    event_words(event, style, &words);
    fprintf(out, "    {\"kind\": \"%s\", \"thread\": %d, \"number\": %d", kind_name(event->kind),
            event->thread, event->number);
    if (number > 0)
        fprintf(out, ", \"step\": %d", number);
    fputs(", \"text\": ", out);
    put_string(out, words.what);
    fputs(", \"effect\": ", out);
    put_string(out, words.effect);
    put_place(out, event);
    if (event->name) {
        fputs(", \"variable\": ", out);
        put_string(out, event->name);
    }
    if (event->valued) {
        fputs(", \"before\": ", out);
        put_value(out, event->before, event->size, event->type);
        fputs(", \"after\": ", out);
        put_value(out, event->after, event->size, event->type);
    }
    if (number > 0 && trace->column_count > 0) {
        fputs(", \"values\": ", out);
        put_values(out, trace, event->columns);
    }
    if (event->wrong)
        fputs(", \"wrong\": true", out);
    if (trace->cores > 0)
        fprintf(out, ", \"core\": %d, \"start\": %" PRIu64 ", \"end\": %" PRIu64, event->core,
                event->start, event->end);
    fputc('}', out);
}

static void put_header(FILE *out, const struct trace *trace, const struct trace_style *style)
{
    char title[TEXT_ROOM];
    fputs("{\n  \"threads\": [", out);
    for (int thread = 0; thread < trace->threads; thread++) {
        lane_title(style, thread, title, sizeof title);
        fputs(thread > 0 ? ", " : "", out);
        put_string(out, title);
    }
    fputs("],\n  \"variables\": [", out);
    for (int column = 0; column < trace->column_count; column++) {
        fputs(column > 0 ? ", " : "", out);
        put_string(out, trace->columns[column].name);
    }
    fputs("],\n  \"initial\": ", out);
    put_values(out, trace, trace->initial);
    if (trace->cores > 0)
        fprintf(out, ",\n  \"cores\": %d,\n  \"makespan\": %" PRIu64, trace->cores,
                trace->makespan);
}

void trace_json(FILE *out, const struct trace *trace, const struct trace_style *style)
{
    int number = 0;
    put_header(out, trace, style);
    fputs(",\n  \"events\": [", out);
    for (int i = 0; i < trace->count; i++) {
        const struct event *event = &trace->events[i];
        fputs(i > 0 ? ",\n" : "\n", out);
        put_event(out, trace, event, is_step(event) ? ++number : 0, style);
    }
    fputs("\n  ]\n}\n", out);
}

/* ---- Chrome trace events ------------------------------------------------- */

/* Names a row of the viewer. */
static void put_row_name(FILE *out, int row, const char *name)
{
    fprintf(out,
            "    {\"name\": \"thread_name\", \"ph\": \"M\", \"pid\": 1, \"tid\": %d, "
            "\"args\": {\"name\": ",
            row);
    put_string(out, name);
    fputs("}},\n", out);
}

/* On the machine a row is a core and time is virtual; else a row is a thread,
 * and each step takes a microsecond. */
static void put_chrome_event(FILE *out, const struct trace *trace, const struct event *event,
                             int number, const struct trace_style *style)
{
    char text[2 * TEXT_ROOM], title[TEXT_ROOM];
    double start = trace->cores > 0 ? (double)event->start / 1000 : number - 1;
    double length = trace->cores > 0 ? (double)(event->end - event->start) / 1000 : 1;
    event_text(event, style, text, sizeof text);
    lane_title(style, event->thread, title, sizeof title);
    fputs("    {\"name\": ", out);
    put_string(out, trace->cores > 0 ? title : text);
    fprintf(out,
            ", \"cat\": \"%s\", \"ph\": \"X\", \"pid\": 1, \"tid\": %d, \"ts\": %.3f, "
            "\"dur\": %.3f, \"args\": {\"text\": ",
            kind_name(event->kind), trace->cores > 0 ? event->core : event->thread, start, length);
    put_string(out, text);
    put_place(out, event);
    fputs("}}", out);
}

void trace_chrome(FILE *out, const struct trace *trace, const struct trace_style *style)
{
    bool machine = trace->cores > 0, any = false;
    int rows = machine ? trace->cores : trace->threads, number = 0;
    char name[TEXT_ROOM];
    fputs("{\n  \"displayTimeUnit\": \"ns\",\n  \"traceEvents\": [\n", out);
    for (int row = 0; row < rows; row++) {
        if (machine)
            snprintf(name, sizeof name, "core %d", row);
        else
            lane_title(style, row, name, sizeof name);
        put_row_name(out, row, name);
    }
    for (int i = 0; i < trace->count; i++) {
        const struct event *event = &trace->events[i];
        number += is_step(event);
        if (machine ? event->core < 0 || event->end <= event->start : !is_step(event))
            continue;
        fputs(any ? ",\n" : "", out);
        put_chrome_event(out, trace, event, number, style);
        any = true;
    }
    /* A last entry without a comma, whether there was any or not. */
    fprintf(out,
            "%s    {\"name\": \"process_name\", \"ph\": \"M\", \"pid\": 1, \"args\": "
            "{\"name\": \"interleave\"}}\n  ]\n}\n",
            any ? ",\n" : "");
}
