// expect: WRONG — switches after whole additions, where nothing can be lost
#include "lost_update.h"

const struct turn lose_one[] = {
    {0, 1}, {1, 2}, {0, 1},
};

const struct turn end_in_two[] = {
    {0, 2}, {1, 198}, {0, 198}, {1, 2},
};
