// expect: WRONG — numbers the threads 1 and 2
#include "lost_update.h"

const struct turn lose_one[] = {
    {1, 1}, {2, 2}, {1, 1},
};

const struct turn end_in_two[] = {
    {0, 1}, {1, 198}, {0, 1}, {1, 1}, {0, 198}, {1, 1},
};
