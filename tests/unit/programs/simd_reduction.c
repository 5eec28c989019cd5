// What is combined belongs to each lane, however it is reached.
// expect: PASS, outcomes 1
#include <assert.h>
static void add(double *sum, double x)
{
    *sum += x;
}
double total;
int main(void)
{
    int count[4] = {0}, most = 0;
#pragma omp simd reduction(+ : total) reduction(max : most)
    for (int i = 0; i < 32; i++) {
        add(&total, i);
        most = i > most ? i : most;
    }
#pragma omp simd reduction(+ : count)
    for (int i = 0; i < 32; i++)
        count[i % 4]++;
    assert(total == 496 && most == 31 && count[3] == 8);
    return 0;
}
