// expect: CRASH, says 4 bytes beyond the end of a block of 16 bytes that line 6 allocated
#include <stdlib.h>

int main(void)
{
    int *seats = malloc(4 * sizeof *seats);
    for (int i = 0; i <= 4; i++)
        seats[i] = i;
    free(seats);
    return 0;
}
