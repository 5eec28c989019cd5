/* trace_lanes.c - a schedule as lanes of text.
 *
 * The first form that fits the terminal is taken, so that the reader sees as much
 * as possible side by side:
 *
 *   ALIGNED    what and effect are columns of each lane
 *   LOOSE      the effect follows two blanks after
 *   STAGGERED  LOOSE, and a line may reach into the next lane (which is empty there)
 *   FOLDED     one lane; the thread's name leads the line
 *   TIGHT      FOLDED, with the effect below
 *   NARROW     FOLDED, with the values below; long statements are wrapped
 */
#include <stdlib.h>
#include <string.h>

#include "interleave/trace_own.h"

enum form { ALIGNED, LOOSE, STAGGERED, FOLDED, TIGHT, NARROW };
enum { GAP = 2, LANE_GAP = 3, LEAST_PITCH = 12, LEAST_WIDTH = 40 };

struct lane {
    int what, effect; /* widest of each */
    int both;         /* widest of what, gap, effect; and of its title */
    int title;
    int start, width; /* columns of the page */
};

struct page {
    const struct trace *trace;
    const struct trace_style *style;
    struct steps steps;
    struct words *words; /* of each row */
    enum form form;
    int number_width;
    struct lane lanes[64];
    int title_width; /* FOLDED and below */
    int value_width[8];
    int values_start; /* column of the first value */
};

/* ---- Measuring ----------------------------------------------------------- */

static int larger(int a, int b) { return a > b ? a : b; }

static void measure_lanes(struct page *page)
{
    char title[TEXT_ROOM];
    for (int i = 0; i < page->steps.lane_count; i++) {
        lane_title(page->style, page->steps.lanes[i], title, sizeof title);
        page->title_width = larger(page->title_width, columns_of(title));
        page->lanes[i].both = page->lanes[i].title = columns_of(title);
    }
    for (int i = 0; i < page->steps.count; i++) {
        const struct event *event = page->steps.rows[i].event;
        if (!event)
            continue;
        event_words(event, page->style, &page->words[i]);
        struct lane *lane = &page->lanes[page->steps.lane_of[event->thread]];
        int what = columns_of(page->words[i].what), effect = columns_of(page->words[i].effect);
        lane->effect = larger(lane->effect, effect);
        lane->what = larger(lane->what, what);
        lane->both = larger(lane->both, what + (what && effect ? GAP : 0) + effect);
    }
}

static void measure_values(struct page *page)
{
    const struct trace *trace = page->trace;
    char text[64];
    for (int column = 0; column < trace->column_count; column++) {
        const struct column *watched = &trace->columns[column];
        int width = columns_of(watched->name);
        for (int i = 0; i < page->steps.count; i++)
            if (page->steps.rows[i].number > 0) {
                value_text(page->steps.rows[i].event->columns[column], watched->size, watched->type,
                           text, sizeof text);
                width = larger(width, columns_of(text));
            }
        page->value_width[column] = width;
    }
}

static int values_total(const struct page *page)
{
    int total = 0;
    for (int column = 0; column < page->trace->column_count; column++)
        total += GAP + page->value_width[column];
    return total;
}

/* "→ 12  " */
static int prefix_width(const struct page *page) { return 2 + page->number_width + 2; }

/* ---- Choosing a form ----------------------------------------------------- */

static int lane_width(const struct lane *lane, enum form form)
{
    if (form == ALIGNED)
        return larger(lane->title, lane->what + (lane->effect > 0 ? GAP + lane->effect : 0));
    if (form == TIGHT)
        return larger(lane->what, lane->effect > 0 ? GAP + lane->effect : 0);
    return lane->both;
}

/* Columns that are left for the lanes themselves. */
static int lanes_room(const struct page *page)
{
    return larger(page->style->width, LEAST_WIDTH) - prefix_width(page) - values_total(page);
}

static int lanes_total(const struct page *page, enum form form)
{
    int total = LANE_GAP * larger(page->steps.lane_count - 1, 0);
    for (int i = 0; i < page->steps.lane_count; i++)
        total += lane_width(&page->lanes[i], form);
    return total;
}

static int widest_lane(const struct page *page, enum form form)
{
    int widest = 0;
    for (int i = 0; i < page->steps.lane_count; i++)
        widest = larger(widest, lane_width(&page->lanes[i], form));
    return widest;
}

/* Columns from one staggered lane to the next, as many as there is room for. */
static int pitch(const struct page *page)
{
    int steps = larger(page->steps.lane_count - 1, 1);
    int most = widest_lane(page, STAGGERED) + LANE_GAP;
    int fits = (lanes_room(page) - widest_lane(page, STAGGERED)) / steps;
    return fits < most ? fits : most;
}

static bool fits(const struct page *page, enum form form)
{
    int room = lanes_room(page);
    switch (form) {
    case ALIGNED:
    case LOOSE:
        return lanes_total(page, form) <= room;
    case STAGGERED:
        return pitch(page) >= larger(LEAST_PITCH, page->title_width + GAP);
    case FOLDED:
    case TIGHT:
        return page->title_width + GAP + widest_lane(page, form) <= room;
    default:
        return true;
    }
}

/* Lanes side by side. */
static void place_beside(struct page *page)
{
    int at = prefix_width(page), end = at;
    for (int i = 0; i < page->steps.lane_count; i++) {
        struct lane *lane = &page->lanes[i];
        lane->width = lane_width(lane, page->form);
        lane->start = at;
        end = larger(end, at + lane->width);
        at += page->form == STAGGERED ? pitch(page) : lane->width + LANE_GAP;
    }
    page->values_start = end;
}

/* All lanes in one. */
static void place_folded(struct page *page)
{
    int width = larger(page->style->width, LEAST_WIDTH);
    int start = prefix_width(page) + page->title_width + GAP;
    int room = page->form == NARROW ? width - start : widest_lane(page, page->form);
    for (int i = 0; i < page->steps.lane_count; i++)
        page->lanes[i] = (struct lane){.start = start, .width = room};
    page->values_start = start + room;
}

static void arrange(struct page *page)
{
    page->form = ALIGNED;
    while (!fits(page, page->form))
        page->form++;
    if (page->form < FOLDED)
        place_beside(page);
    else
        place_folded(page);
}

/* ---- Printing ------------------------------------------------------------ */

/* One line of the page, filled from left to right. */
struct line {
    char text[2048];
    int column;
};

static void put(struct line *line, int column, const char *text)
{
    size_t length = strlen(line->text);
    int blanks = larger(column - line->column, 0);
    if (text[0] == '\0')
        return;
    if (length + (size_t)blanks + strlen(text) + 1 > sizeof line->text)
        return;
    sprintf(line->text + length, "%*s%s", blanks, "", text);
    line->column += blanks + columns_of(text);
}

static void print(FILE *out, const struct line *line) { fprintf(out, "%s\n", line->text); }

static void put_right(struct line *line, int end, const char *text)
{
    put(line, end - columns_of(text), text);
}

static void put_values(struct line *line, const struct page *page, const struct event *event)
{
    char text[64];
    int at = page->values_start;
    for (int column = 0; column < page->trace->column_count; column++) {
        const struct column *watched = &page->trace->columns[column];
        at += GAP + page->value_width[column];
        value_text(event->columns[column], watched->size, watched->type, text, sizeof text);
        put_right(line, at, text);
    }
}

static void print_titles(FILE *out, const struct page *page)
{
    struct line line = {.text = ""};
    char title[TEXT_ROOM];
    if (page->form < FOLDED)
        for (int i = 0; i < page->steps.lane_count; i++) {
            lane_title(page->style, page->steps.lanes[i], title, sizeof title);
            put(&line, page->lanes[i].start, title);
        }
    int at = page->values_start;
    for (int column = 0; column < page->trace->column_count && page->form != NARROW; column++) {
        at += GAP + page->value_width[column];
        put_right(&line, at, page->trace->columns[column].name);
    }
    if (line.column > 0)
        print(out, &line);
}

/* NARROW: "seats -1  sold 2" below the step, when it changed them. */
static void print_named_values(FILE *out, const struct page *page, int index)
{
    const struct event *event = page->steps.rows[index].event;
    const struct event *before = index > 0 ? page->steps.rows[index - 1].event : NULL;
    const struct trace *trace = page->trace;
    struct line line = {.text = ""};
    bool changed = before == NULL;
    for (int column = 0; column < trace->column_count; column++) {
        const struct column *watched = &trace->columns[column];
        char value[64], text[TEXT_ROOM];
        changed = changed || event->columns[column] != before->columns[column];
        value_text(event->columns[column], watched->size, watched->type, value, sizeof value);
        snprintf(text, sizeof text, "%s %s", watched->name, value);
        put(&line, line.column > 0 ? line.column + GAP : page->lanes[0].start, text);
    }
    if (line.column > 0 && changed)
        print(out, &line);
}

/* NARROW: as much of text as fits goes into line; the rest is wrapped below, the
 * last piece is left in line. */
static void put_wrapped(FILE *out, struct line *line, const struct lane *lane, const char *text)
{
    char piece[TEXT_ROOM];
    int start = lane->start, width = lane->width;
    while (columns_of(text) > width) {
        int length = width;
        while (length > width / 2 && text[length] != ' ')
            length--;
        while (length > 1 && ((unsigned char)text[length] & 0xc0) == 0x80)
            length--; /* not within a letter */
        snprintf(piece, sizeof piece, "%.*s", length, text);
        for (size_t end = strlen(piece); end > 0 && piece[end - 1] == ' '; end--)
            piece[end - 1] = '\0';
        put(line, start, piece);
        print(out, line);
        *line = (struct line){.text = ""};
        text += length + (int)strspn(text + length, " ");
        start = lane->start + GAP;
        width = lane->width - GAP;
    }
    put(line, start, text);
}

/* The words of a step, beginning in line; what needs a line of its own follows. */
static void print_words(FILE *out, struct line *line, const struct page *page, int index)
{
    const struct step_row *row = &page->steps.rows[index];
    const struct words *words = &page->words[index];
    const struct lane *lane = &page->lanes[page->steps.lane_of[row->event->thread]];
    int effect = columns_of(words->effect), what = columns_of(words->what);
    bool below = effect > 0 && what > 0 && page->form == TIGHT;
    put(line, lane->start, words->what);
    if (!below && effect > 0)
        put(line,
            page->form == ALIGNED ? lane->start + lane->what + GAP
            : what > 0            ? line->column + GAP
                                  : lane->start,
            words->effect);
    if (row->number > 0)
        put_values(line, page, row->event);
    print(out, line);
    if (below) {
        struct line second = {.text = ""};
        put(&second, lane->start + GAP, words->effect);
        print(out, &second);
    }
}

/* The same for NARROW. */
static void print_narrow(FILE *out, struct line *line, const struct page *page, int index)
{
    const struct words *words = &page->words[index];
    char text[2 * TEXT_ROOM + 2];
    snprintf(text, sizeof text, "%s%s%s", words->what,
             words->what[0] && words->effect[0] ? "  " : "", words->effect);
    put_wrapped(out, line, &page->lanes[0], text);
    print(out, line);
    if (page->steps.rows[index].number > 0)
        print_named_values(out, page, index);
}

static void print_left_out(FILE *out, const struct page *page, int count)
{
    fprintf(out, "%*s%d step%s not shown\n", prefix_width(page), "", count, count == 1 ? "" : "s");
}

static void print_row(FILE *out, const struct page *page, int index)
{
    const struct step_row *row = &page->steps.rows[index];
    if (!row->event) {
        print_left_out(out, page, row->left_out);
        return;
    }
    struct line line = {.text = ""};
    char number[16] = "", title[TEXT_ROOM];
    if (row->event->wrong)
        put(&line, 0, page->style->ascii ? ">" : "→");
    if (row->number > 0)
        snprintf(number, sizeof number, "%d", row->number);
    put_right(&line, 2 + page->number_width, number);
    if (page->form >= FOLDED) {
        lane_title(page->style, row->event->thread, title, sizeof title);
        put(&line, prefix_width(page), title);
    }
    if (page->form == NARROW)
        print_narrow(out, &line, page, index);
    else
        print_words(out, &line, page, index);
}

void trace_lanes(FILE *out, const struct trace *trace, const struct trace_style *style)
{
    struct page page = {.trace = trace, .style = style};
    steps_select(&page.steps, trace, style);
    page.words = calloc((size_t)page.steps.count + 1, sizeof *page.words);
    for (int number = page.steps.last_number; number > 0; number /= 10)
        page.number_width++;
    page.number_width = larger(page.number_width, 1);
    if (page.words && page.steps.rows) {
        measure_lanes(&page);
        measure_values(&page);
        arrange(&page);
        print_titles(out, &page);
        for (int i = 0; i < page.steps.count; i++)
            print_row(out, &page, i);
    }
    free(page.words);
    steps_free(&page.steps);
}
