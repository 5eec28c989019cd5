// expect: CRASH, says free() of memory that was freed already
#include <stdlib.h>

int main(void)
{
    int local[4] = {0};
    int *volatile pointer = local; /* hides from gcc what it would warn of */
    free(pointer);
    return 0;
}
