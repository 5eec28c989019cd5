/* Both threads read 0 before anybody writes: one switch more, and as
 * good. */
#include "lost_update.h"

const struct turn lose_one[] = {
    {0, 1}, {1, 2}, {0, 1},
};

const struct turn end_in_two[] = {
    {1, 1}, {0, 1}, {1, 197}, {0, 1}, {1, 1}, {0, 198}, {1, 1},
};
