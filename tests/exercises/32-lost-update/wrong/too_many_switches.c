// expect: WRONG — alternates step by step, where one interruption would do
#include "lost_update.h"

const struct turn lose_one[] = {
    {0, 1}, {1, 1}, {0, 1}, {1, 1},
};

const struct turn end_in_two[] = {
    {0, 1}, {1, 198}, {0, 1}, {1, 1}, {0, 198}, {1, 1},
};
