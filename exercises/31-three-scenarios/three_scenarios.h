/* three_scenarios.h - one seat, two buyers, and you say who goes next.
 *
 * The booking below is given, and it is real: two threads, buyer A and
 * buyer B, call it once each, for the same show, which has one seat
 * left. You write no booking. You write in which order their steps are
 * taken.
 *
 * A step is one access to the shared counter, show->seats. A buyer who
 * books takes three of them:
 *
 *     step 1   reads seats, to check        if (show->seats > 0)
 *     step 2   reads seats again, to book   … = show->seats - 1;
 *     step 3   writes seats                 show->seats = …
 *
 * A buyer who finds no seat in step 1 is refused: no more steps.
 */
#ifndef THREE_SCENARIOS_H
#define THREE_SCENARIOS_H

struct show {
    int seats; /* still for sale; both buyers read and write it */
};

/* Books one seat. Returns the number of tickets sold: 1, or 0 when
 * there is no seat. Not thread-safe: two calls at once may both sell
 * the same seat. It stands here, not in your file, so that it is the
 * same for everyone. */
int book(struct show *show)
{
    if (show->seats > 0) {
        show->seats = show->seats - 1;
        return 1;
    }
    return 0;
}

/* Your answers. One letter a step, 'A' or 'B': "AAB" lets buyer A take
 * two steps and then buyer B one. Each answer goes on until both buyers
 * have finished, and no further. At the start there is 1 seat. */
extern const char *scenario_1; /* ends with 1 ticket  and  0 seats */
extern const char *scenario_2; /* ends with 2 tickets and -1 seats */
extern const char *scenario_3; /* ends with 2 tickets and  0 seats */

#endif
