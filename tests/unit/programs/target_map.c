// A mapped variable is the variable itself; what is not mapped and scalar
// is a copy of the region's own.
// expect: PASS, outcomes 1
#include <assert.h>
int main(void)
{
    int mapped = 1, copied = 1, a[4] = {1, 2, 3, 4};
#pragma omp target map(tofrom : mapped)
    {
        mapped += copied;
        copied = 9;
        for (int i = 0; i < 4; i++)
            a[i] *= 2;
    }
    assert(mapped == 2 && copied == 1 && a[3] == 8);
    return 0;
}
