/* Two turns of one thread in a row are no switch. */
#include "lost_update.h"

const struct turn lose_one[] = {
    {0, 1}, {1, 1}, {1, 1}, {0, 1},
};

const struct turn end_in_two[] = {
    {0, 1}, {1, 100}, {1, 98}, {0, 1},
    {1, 1}, {0, 100}, {0, 98}, {1, 1},
};
