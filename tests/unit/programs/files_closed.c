// expect: CRASH, says a stream was used that was closed
#include <stdio.h>

int main(void)
{
    FILE *file = tmpfile();
    fclose(file);
    fputs("late\n", file);
    return 0;
}
