/* Exercise 11: every thread of the team fills its own slot. */
#include "check.h"
#include "hello_team.h"

enum { SLOTS = 64, EMPTY = -1 };

static void the_team_says_hello(const void *input)
{
    (void)input;
    int *slot = scratch(SLOTS * sizeof *slot);
    for (int i = 0; i < SLOTS; i++)
        slot[i] = EMPTY;
    watch("slot 0", slot[0]);
    watch("slot 1", slot[1]);
    hello_team(slot);
    observe_ints("slots", slot, SLOTS);
}

static int filled(const int slot[])
{
    int count = 0;
    for (int i = 0; i < SLOTS; i++)
        count += slot[i] != EMPTY;
    return count;
}

static bool slot_of_a_thread(struct seen *seen, const int slot[], int t)
{
    if (slot[t] == t)
        return true;
    if (slot[t] != EMPTY)
        return fault(seen,
                     "slot %d holds %d, expected %d\n"
                     "Thread %d writes its own number, %d, into the slot of that number.",
                     t, slot[t], t, t, t);
    if (filled(slot) == 1)
        return fault(seen,
                     "slot %d is still empty: of %d threads, only one filled a slot\n"
                     "The block after `#pragma omp parallel` is run by every thread of the\n"
                     "team; what stands before or after the block is run by thread 0 alone, and\n"
                     "a number that is asked for there is 0.",
                     t, seen_team(seen));
    return fault(seen,
                 "slot %d is still %d, as before the call\n"
                 "The team has %d threads, numbered from 0 to %d, and each has a slot\n"
                 "into which it writes its number.",
                 t, EMPTY, seen_team(seen), seen_team(seen) - 1);
}

static void own_slots_only(const void *input, struct seen *seen)
{
    (void)input;
    int count;
    const int *slot = seen_ints(seen, "slots", &count);
    int team = seen_team(seen);
    for (int t = 0; t < team; t++)
        if (!slot_of_a_thread(seen, slot, t))
            return;
    for (int i = team; i < count; i++)
        if (slot[i] != EMPTY) {
            fault(seen,
                  "slot %d was filled, but this team should have only %d thread%s\n"
                  "How many threads there are is for OpenMP to choose. Do not write a\n"
                  "number of threads or slots into the program; each thread fills one slot.",
                  i, team, team == 1 ? "" : "s");
            return;
        }
}

const struct exercise exercise = {
    .stars = 1,
    .rows = {
        {ONE_SCHEDULE, "teams of 1 to 8 threads", .points = 5,
         .body = the_team_says_hello, .judge = own_slots_only,
         TEAMS(4, 1, 2, 3, 8)},
        {EVERY_SCHEDULE, "whoever goes first", .points = 5,
         .body = the_team_says_hello, .judge = own_slots_only, TEAMS(2, 3)},
    },
};
