// expect: CRASH, says malloc() had no memory left to give
#include <stdlib.h>

int main(void)
{
    for (;;) {
        char *block = malloc(100000000);
        block[0] = 1;
    }
}
