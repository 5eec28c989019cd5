/* main_svg.c - the answer as a drawing. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "interleave/main_tool.h"

void svg_drawn(const struct asked *asked, const struct trace *trace)
{
    struct trace_style style = {
        .width = 80, .lanes = asked->lanes, .letters = asked->letters, .tasks = trace->tasks};
    char title[256];
    FILE *out = fopen(asked->svg, "w");
    if (!out)
        quit(EXIT_WRONG_USE, "--svg %s: %s", asked->svg, strerror(errno));
    if (asked->command == RUN_CORES) {
        snprintf(title, sizeof title, "%s on %d core%s", asked->files[0], asked->cores,
                 asked->cores == 1 ? "" : "s");
        trace_gantt_svg(out, trace, &style, title);
    } else {
        snprintf(title, sizeof title, "A schedule of %s", asked->files[0]);
        trace_lanes_svg(out, trace, &style, title);
    }
    if (fclose(out) != 0)
        quit(EXIT_WRONG_USE, "--svg %s: %s", asked->svg, strerror(errno));
}
