// expect: WRONG — loses every addition of one thread and none of the other
#include "lost_update.h"

const struct turn lose_one[] = {
    {0, 1}, {1, 2}, {0, 1},
};

const struct turn end_in_two[] = {
    {0, 1}, {1, 200}, {0, 199},
};
