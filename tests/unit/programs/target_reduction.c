// expect: PASS, outcomes 1, threads 2
#include <assert.h>
int main(void)
{
    int sum = 0, product = 1;
#pragma omp target parallel for reduction(+ : sum) reduction(* : product)
    for (int i = 1; i <= 4; i++) {
        sum += i;
        product *= i;
    }
    assert(sum == 10 && product == 24);
    return 0;
}
