// expect: CRASH, says free() of memory that was freed already
#include <stdlib.h>

static int seats[4];

int main(void)
{
    int *mine = seats;
    free(mine);
    return 0;
}
