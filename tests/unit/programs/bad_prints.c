// expect: ENDLESS, says more than 64 MiB were printed
#include <stdio.h>

static char line[1 << 20];

int main(void)
{
    for (;;)
        fwrite(line, 1, sizeof line, stdout);
}
