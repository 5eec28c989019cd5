#include "counter.h"

static int count;

//> come-in
int come_in(void)
{
    count = count + 1;
    return count;
}
//< come-in

int visitors(void)
{
    return count;
}
