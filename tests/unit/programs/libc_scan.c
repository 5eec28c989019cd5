// expect: PASS, outcomes 1
// What was not assigned is not written: no race on the second.
#include <assert.h>
#include <stdio.h>

static int never;

int main(void)
{
    int sum = 0;
    #pragma omp parallel for num_threads(2) reduction(+ : sum)
    for (int i = 0; i < 2; i++) {
        int value, count;
        char word[8];
        assert(sscanf(i ? "10 x" : "20 y", "%d%n%d", &value, &count, &never) == 1);
        sum += value + count;
        assert(sscanf("key=val", "%3[a-z]=%7s", word, word + 4) == 2);
    }
    assert(sum == 34);
    return 0;
}
