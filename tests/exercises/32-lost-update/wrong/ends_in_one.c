// expect: WRONG — stops as soon as the total is 1, with most additions still to be made
#include "lost_update.h"

const struct turn lose_one[] = {
    {0, 1}, {1, 2}, {0, 1},
};

const struct turn end_in_two[] = {
    {0, 1}, {1, 198}, {0, 1},
};
