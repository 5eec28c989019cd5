// expect: WRONG — thinks that one switch is enough to lose an addition
#include "lost_update.h"

const struct turn lose_one[] = {
    {0, 2}, {1, 2},
};

const struct turn end_in_two[] = {
    {0, 1}, {1, 198}, {0, 1}, {1, 1}, {0, 198}, {1, 1},
};
