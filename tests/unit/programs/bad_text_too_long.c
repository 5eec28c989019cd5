// expect: CRASH, says 1 byte beyond the end of a block of 8 bytes
// No room for the zero.
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *name = malloc(8);
    strcpy(name, "theatres");
    free(name);
    return 0;
}
