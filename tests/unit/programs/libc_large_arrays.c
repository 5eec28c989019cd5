// expect: PASS, outcomes 1
// 200 MB of which little is touched; each execution finds it as it was.
#include <assert.h>

static double zeros[25000000];
static int numbers[1000000] = {7, [500000] = 8, [999999] = 9};

int main(void)
{
    double sum = 0;
    assert(numbers[0] == 7 && numbers[500000] == 8 && numbers[999999] == 9);
    #pragma omp parallel for num_threads(2) reduction(+ : sum)
    for (int i = 0; i < 50; i++) {
        sum += zeros[i * 400000]++ + numbers[i * 20000];
        numbers[i * 20000] = 1;
    }
    assert(sum == 15);
    return 0;
}
