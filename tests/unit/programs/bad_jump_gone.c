// expect: CRASH, says longjmp into a function that has returned already
#include <setjmp.h>

static jmp_buf place;

static int mark(void) { return setjmp(place); }

static int deeper(int n) { return n > 0 ? deeper(n - 1) : mark(); }

int main(void)
{
    if (deeper(3) == 0)
        longjmp(place, 1);
    return 0;
}
