// expect: CRASH, says memory that was freed is used: line 9 freed it
#include <stdlib.h>

int main(void)
{
    int *seats = malloc(4 * sizeof *seats);
    for (int i = 0; i < 4; i++)
        seats[i] = i;
    free(seats);
    return seats[2];
}
