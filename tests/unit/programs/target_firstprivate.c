// Copies of every size: none of them reaches the original.
// expect: PASS, outcomes 1
#include <assert.h>
struct seat {
    char row;
    int numbers[5];
};
int main(void)
{
    struct seat seat = {'A', {1, 2, 3, 4, 5}};
    double prices[3] = {1, 2, 3};
    int n = 7;
    int *p = &n;
#pragma omp target firstprivate(seat, prices, n) map(tofrom : p[0 : 1])
    {
        seat.row++;
        seat.numbers[4] += n;
        prices[2] = 0;
        n = seat.numbers[4];
        *p = n;
    }
    assert(seat.row == 'A' && seat.numbers[4] == 5);
    assert(prices[2] == 3 && n == 12);
    return 0;
}
