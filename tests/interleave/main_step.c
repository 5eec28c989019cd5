/* main_step.c - `interleave step`: the person at the terminal chooses.
 *
 * On a terminal one key is one choice and the picture is drawn anew each time;
 * without one, choices are read from standard input, one a line, and what each
 * step did is one line of output.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "interleave/main_tool.h"
#include "interleave/step.h"
#include "interleave/trace_own.h"

struct terminal {
    struct step_person person; /* first member */
    const struct asked *asked;
    bool keys; /* one key is one choice */
    int told;  /* events of the trace that were printed */
    bool asks_help;
};

/* Keys of the threads, by slot; q, r and u mean something else. */
static const char thread_keys[] = "0123456789abcdefghijklmnopstvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

static const char help[] = "  0-9 a-z  the thread with this key goes\n"
                           "  Enter    the marked thread goes\n"
                           "  u        one step back\n"
                           "  r        run on to the end, nobody is asked any more\n"
                           "  q        quit\n"
                           "  ?        this help\n";

/* ---- showing --------------------------------------------------------------------------- */

/* The last value of each variable that was touched: "seats 0  booked 1". */
static void show_values(FILE *out, const struct trace *trace)
{
    enum { MOST = 8 };
    const struct event *last[MOST];
    int count = 0;
    for (int i = trace->count - 1; i >= 0 && count < MOST; i--) {
        const struct event *event = &trace->events[i];
        bool known = !event->visible || !event->valued || !event->name;
        for (int k = 0; k < count && !known; k++)
            known = strcmp(last[k]->name, event->name) == 0;
        if (!known)
            last[count++] = event;
    }
    for (int i = count - 1; i >= 0; i--) {
        char value[64];
        value_text(last[i]->kind == EVENT_READ ? last[i]->before : last[i]->after, last[i]->size,
                   last[i]->type, value, sizeof value);
        fprintf(out, "  %s %s", last[i]->name, value);
    }
    if (count > 0)
        fprintf(out, "\n\n");
}

static void show_stands(FILE *out, const struct step_view *view, const struct trace_style *style)
{
    char title[TEXT_ROOM], titles[MOST_STANDS][TEXT_ROOM];
    int widest = 0, text = 0;
    for (int i = 0; i < view->count; i++) {
        const struct stand *stand = &view->stands[i];
        lane_title(style, stand->thread, title, sizeof title);
        snprintf(titles[i], sizeof titles[i], "%s", title);
        widest = columns_of(title) > widest ? columns_of(title) : widest;
        text = columns_of(stand->text) > text ? columns_of(stand->text) : text;
    }
    text = text > 36 ? 36 : text;
    for (int i = 0; i < view->count; i++) {
        const struct stand *stand = &view->stands[i];
        bool marked = view->values == 0 && stand->thread == view->first;
        char key = !stand->can || view->values > 0               ? '-'
                   : stand->thread < (int)sizeof thread_keys - 1 ? thread_keys[stand->thread]
                                                                 : '#';
        fprintf(out, "%c %c  %-*s  line %-4d", marked ? '>' : ' ', key, widest, titles[i],
                stand->line);
        if (stand->does[0])
            fprintf(out, " %-*.*s  %s\n", text, text, stand->text, stand->does);
        else
            fprintf(out, " %s\n", stand->text);
    }
}

static void show_view(const struct terminal *terminal, const struct step_view *view)
{
    const struct asked *asked = terminal->asked;
    struct trace_style style = style_here(asked, view->trace);
    FILE *out = text_begin();
    style.most = 12;
    if (terminal->keys && colours_here(asked))
        fprintf(out, "\033[H\033[2J\033[3J");
    fprintf(out, "%s: who goes next?  (? help)\n\n", asked->files[0]);
    if (view->trace->count > 0) {
        trace_lanes(out, view->trace, &style);
        fprintf(out, "\n");
        show_values(out, view->trace);
    }
    show_stands(out, view, &style);
    if (terminal->asks_help)
        fprintf(out, "\n%s", help);
    if (view->values > 0)
        fprintf(out, "\na value from 0 to %d is chosen here\n", view->values - 1);
    text_end(asked, &style);
    fflush(asked->out);
}

/* Without a terminal: what has happened since, then who stands before what. */
static void tell(struct terminal *terminal, const struct step_view *view)
{
    const struct asked *asked = terminal->asked;
    struct trace_style style = style_here(asked, view->trace);
    FILE *out = text_begin();
    char title[TEXT_ROOM], text[2 * TEXT_ROOM];
    int number = 0;
    for (int i = 0; i < view->trace->count; i++) {
        const struct event *event = &view->trace->events[i];
        number += is_step(event);
        if (i < terminal->told || !is_step(event))
            continue;
        lane_title(&style, event->thread, title, sizeof title);
        event_text(event, &style, text, sizeof text);
        fprintf(out, "%3d  %s: %s\n", number, title, text);
    }
    terminal->told = view->trace->count;
    show_values(out, view->trace);
    show_stands(out, view, &style);
    if (terminal->asks_help)
        fprintf(out, "%s", help);
    if (view->values > 0)
        fprintf(out, "a value from 0 to %d is chosen here\n", view->values - 1);
    text_end(asked, &style);
    fflush(asked->out);
}

/* ---- asking ------------------------------------------------------------------------------- */

/* One key, as it is typed. */
static int read_key(void)
{
    struct termios before, raw;
    unsigned char key;
    if (tcgetattr(STDIN_FILENO, &before) != 0)
        return EOF;
    raw = before;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG); /* control C is a key too */
    tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
    ssize_t got = read(STDIN_FILENO, &key, 1);
    tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
    return got == 1 ? key : EOF;
}

/* A line: a number of more than one digit is a thread's number. -1 for the end. */
static int read_line(int *number)
{
    char line[64];
    *number = -1;
    if (!fgets(line, sizeof line, stdin))
        return EOF;
    line[strcspn(line, "\n")] = '\0';
    if (isdigit((unsigned char)line[0]) && line[1]) {
        *number = atoi(line);
        return 0;
    }
    return line[0] ? line[0] : '\n';
}

static int meaning_of_key(const struct step_view *view, int key)
{
    const char *found;
    switch (key) {
    case EOF:
    case 3: /* control C */
    case 4: /* control D */
    case 'q':
        return STEP_QUIT;
    case 'u':
        return STEP_UNDO;
    case 'r':
        return STEP_RUN_ON;
    case '\n':
    case '\r':
    case ' ':
        return view->first;
    default:
        found = key > 0 ? strchr(thread_keys, key) : NULL;
        return found ? (int)(found - thread_keys) : -1;
    }
}

static bool can_go(const struct step_view *view, int answer)
{
    if (answer == STEP_UNDO)
        return view->taken > 0;
    if (answer < -1 || (view->values > 0 && answer >= 0 && answer < view->values))
        return true;
    for (int i = 0; i < view->count; i++)
        if (view->stands[i].thread == answer)
            return view->stands[i].can && view->values == 0;
    return false;
}

static int choose(struct step_person *person, const struct step_view *view)
{
    struct terminal *terminal = (struct terminal *)person;
    for (;;) {
        int number = -1;
        if (terminal->keys)
            show_view(terminal, view);
        else
            tell(terminal, view);
        int key = terminal->keys ? read_key() : read_line(&number);
        int answer = number >= 0 ? number : meaning_of_key(view, key);
        terminal->asks_help = key == '?' || !can_go(view, answer);
        if (answer == STEP_UNDO)
            terminal->told = 0;
        if (!terminal->asks_help)
            return answer;
        if (!terminal->keys && key != '?')
            fprintf(terminal->asked->out, "that is not possible here\n");
    }
}

static int ended(struct step_person *person, const struct answer *answer, const struct trace *trace,
                 const struct choices *taken)
{
    struct terminal *terminal = (struct terminal *)person;
    int number;
    char *id = choices_id(taken);
    if (terminal->keys && colours_here(terminal->asked))
        fprintf(terminal->asked->out, "\033[H\033[2J\033[3J");
    text_explored(terminal->asked, answer, trace, id);
    free(id);
    if (terminal->keys)
        fprintf(terminal->asked->out, "\nu takes the last step back, any other key leaves\n");
    fflush(terminal->asked->out);
    int key = terminal->keys ? read_key() : read_line(&number);
    terminal->told = 0;
    return key == 'u' ? STEP_UNDO : 0;
}

int ask_step(const struct asked *asked, struct ask *ask)
{
    struct answer answer;
    struct trace trace = {0};
    struct choices taken = {0};
    struct asked here = *asked;
    bool quits;
    here.out = stdout;
    struct terminal terminal = {.person = {.choose = choose, .ended = ended}, .asked = &here};
    terminal.keys = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
    stop_if_unable(interleave_step(ask, &terminal.person, &answer, &trace, &taken, &quits),
                   &answer);
    if (quits && taken.count > 0) {
        char *id = choices_id(&taken);
        text_again(stdout, &here, id);
        free(id);
    }
    enum verdict verdict = quits ? PASS : answer.verdict;
    trace_free(&trace);
    choices_free(&taken);
    answer_free(&answer);
    return exit_status_of(verdict);
}
