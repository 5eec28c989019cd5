/* The same with the threads exchanged. */
#include "lost_update.h"

const struct turn lose_one[] = {
    {1, 1}, {0, 2}, {1, 1},
};

const struct turn end_in_two[] = {
    {1, 1}, {0, 198}, {1, 1}, {0, 1}, {1, 198}, {0, 1},
};
