/* cores.c - FOUR_CORES: is the speedup reached, and what cost the most?
 *
 * All in virtual time. P cores for the makespan could have done P × makespan of
 * work; what was not used for work() is the loss, and it went four ways: cores
 * had nothing to do, threads waited for locks, cache lines travelled between
 * cores, or constructs cost more than the work that they shared out.
 */
#include <stdio.h>
#include <string.h>

#include "check/finding.h"

#define UNIT 1000.0 /* virtual nanoseconds of one unit of work() */

/* A core that was busy for less than this part of the busiest one's time only
 * started and ended threads. */
#define USED_PART 50

struct loss {
    double false_lines, locks, idle, overhead;
    const struct shared_line *line; /* the most costly falsely shared one */
    int busiest, laziest;
    int used; /* cores that were busy with work */
};

double machine_speedup(const struct machine *machine)
{
    return machine->makespan ? (double)machine->serial / (double)machine->makespan : 1;
}

static struct loss losses(const struct machine *machine)
{
    struct loss loss = {0};
    double done = 0;
    for (int i = 0; i < 64; i++)
        done += (double)machine->units_by_thread[i];
    for (int i = 0; i < machine->cores; i++) {
        loss.idle += (double)(machine->makespan - machine->busy[i]) / UNIT;
        if (machine->busy[i] > machine->busy[loss.busiest])
            loss.busiest = i;
        if (machine->busy[i] < machine->busy[loss.laziest])
            loss.laziest = i;
    }
    for (int i = 0; i < machine->cores; i++)
        loss.used += machine->busy[i] * USED_PART > machine->busy[loss.busiest];
    for (int i = 0; i < machine->line_count; i++) {
        const struct shared_line *line = &machine->lines[i];
        if (line->is_false && (!loss.line || line->cost > loss.line->cost))
            loss.line = line;
    }
    loss.false_lines = (double)machine->false_cost / UNIT;
    loss.locks = (double)machine->lock_waiting / UNIT;
    loss.overhead = (double)machine->work / UNIT - done - loss.false_lines;
    return loss;
}

/* Waiting for a lock is idleness too: what remains is bad balance. */
static double imbalance(const struct loss *loss)
{
    return loss->idle > loss->locks ? loss->idle - loss->locks : 0;
}

void machine_says(const struct machine *machine, char *text, int room)
{
    struct loss loss = losses(machine);
    double uneven = imbalance(&loss);
    text[0] = '\0';
    if (loss.used < 2)
        snprintf(text, (size_t)room, "only core %d did any of the work", loss.busiest);
    else if (loss.locks > uneven && loss.locks > loss.overhead)
        snprintf(text, (size_t)room,
                 "the threads waited %.0f units in all for locks or critical sections", loss.locks);
    else if (uneven > loss.overhead)
        snprintf(
            text, (size_t)room,
            "the work was not shared evenly: core %d was busy for %.0f units, core %d for %.0f",
            loss.busiest, (double)machine->busy[loss.busiest] / UNIT, loss.laziest,
            (double)machine->busy[loss.laziest] / UNIT);
    else if (loss.overhead > 0)
        snprintf(text, (size_t)room, "sharing the work out cost %.0f units, beside the work itself",
                 loss.overhead);
}

static void say_false_sharing(struct finding *finding, const struct loss *loss)
{
    const struct shared_line *line = loss->line;
    finding->verdict = FALSE_SHARING;
    if (line->name[0][0] && line->name[1][0])
        explain(finding, "%s and %s lie on one cache line, which changed cores %llu times.",
                line->name[0], line->name[1], (unsigned long long)line->transfers);
    explain(finding, "Cache lines on which threads write next to each other cost %.0f units.",
            loss->false_lines);
}

/* Most of what the cores did beside the work was to wait for such lines. That a
 * core which got ahead had nothing to do at the end comes of it, if that is not
 * more than twice as much. */
static bool is_false_sharing(const struct loss *loss)
{
    double beside = loss->false_lines + loss->overhead;
    return loss->false_lines * 2 > beside && loss->false_lines * 2 > loss->idle;
}

void judge_speedup(const struct test_case *at, const struct reply *reply, struct finding *finding)
{
    const struct machine *machine = &reply->machine;
    double reached = machine_speedup(machine), goal = at->row->speedup;
    char reason[256];
    /* the half of a digit that is not shown is forgiven */
    if (finding->verdict != PASS || goal <= 0 || reached >= goal - 0.005)
        return;
    struct loss loss = losses(machine);
    snprintf(finding->headline, sizeof finding->headline,
             "speedup %.2f on %d cores; at least %.2f is needed", reached, machine->cores, goal);
    finding->verdict = SLOW;
    machine_says(machine, reason, sizeof reason);
    if (loss.used < 2)
        finding->verdict = SERIAL;
    if (loss.used > 1 && loss.line && is_false_sharing(&loss))
        say_false_sharing(finding, &loss);
    else if (*reason)
        explain(finding, "%c%s.", reason[0] - 'a' + 'A', reason + 1);
}
