// expect -DHOW=1: PASS, outcomes 1
// expect -DHOW=2: PASS, outcomes 1
// expect -DHOW=3: PASS, outcomes 1
int main(void)
{
    int sum = 0;
#if HOW == 1
#pragma omp parallel master taskloop num_threads(2) reduction(+ : sum)
#elif HOW == 2
#pragma omp parallel masked taskloop num_threads(2) reduction(+ : sum)
#else
#pragma omp parallel master taskloop simd num_threads(2)              \
    reduction(+ : sum)
#endif
    for (int i = 1; i <= 4; i++)
        sum += i;
    return sum == 10 ? 0 : 1;
}
