// expect: WRONG — counts additions where the turns count steps
#include "lost_update.h"

const struct turn lose_one[] = {
    {0, 1}, {1, 2}, {0, 1},
};

const struct turn end_in_two[] = {
    {0, 1}, {1, 99}, {0, 1}, {1, 1}, {0, 99}, {1, 1},
};
