#include "lost_update.h"

/* Each thread adds once (2 steps each). These turns lose nothing:
 * thread 0 adds, then thread 1 adds, and the total is 2. */
// TODO: lose one addition, with as few switches as possible.
const struct turn lose_one[] = {
    {0, 2},
    {1, 2},
};

/* Each thread adds 100 times (200 steps each). These turns end in 200. */
// TODO: end in 2.
const struct turn end_in_two[] = {
    {0, 200},
    {1, 200},
};
