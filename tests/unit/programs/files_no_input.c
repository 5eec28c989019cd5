// expect: PASS, outcomes 1
// Input that is not there has ended.
#include <assert.h>
#include <stdio.h>

int main(void)
{
    int value;
    assert(scanf("%d", &value) == EOF && feof(stdin));
    return 0;
}
