/* main_files.c - the answer as a drawing, and as trace events. */
#include <errno.h>
#include <string.h>

#include "interleave/main_tool.h"

static FILE *opened(const char *option, const char *path)
{
    FILE *out = fopen(path, "w");
    if (!out)
        quit(EXIT_WRONG_USE, "--%s %s: %s", option, path, strerror(errno));
    return out;
}

static void closed(const char *option, const char *path, FILE *out)
{
    bool failed = ferror(out);
    if (fclose(out) != 0 || failed)
        quit(EXIT_WRONG_USE, "--%s %s: %s", option, path, strerror(errno));
}

static void draw(const struct asked *asked, const struct trace *trace,
                 const struct trace_style *style)
{
    char title[256];
    FILE *out = opened("svg", asked->svg);
    if (asked->command == RUN_CORES) {
        snprintf(title, sizeof title, "%s on %d core%s", asked->files[0], asked->cores,
                 asked->cores == 1 ? "" : "s");
        trace_gantt_svg(out, trace, style, title);
    } else {
        snprintf(title, sizeof title, "A schedule of %s", asked->files[0]);
        trace_lanes_svg(out, trace, style, title);
    }
    closed("svg", asked->svg, out);
}

void files_written(const struct asked *asked, const struct trace *trace)
{
    struct trace_style style = {
        .width = 80, .lanes = asked->lanes, .letters = asked->letters, .tasks = trace->tasks};
    if (!asked->svg && !asked->perfetto)
        return;
    if (trace->count == 0) {
        remark("--%s: no schedule is shown, so there is nothing to draw",
               asked->svg ? "svg" : "perfetto");
        return;
    }
    if (asked->svg)
        draw(asked, trace, &style);
    if (!asked->perfetto)
        return;
    FILE *out = opened("perfetto", asked->perfetto);
    trace_chrome(out, trace, &style);
    closed("perfetto", asked->perfetto, out);
}
