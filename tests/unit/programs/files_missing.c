// expect: CRASH, says a stream that is NULL was used
#include <stdio.h>

int main(void)
{
    FILE *file = fopen("there/is/no/such.txt", "r");
    return fgetc(file);
}
