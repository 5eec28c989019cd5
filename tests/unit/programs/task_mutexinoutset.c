// Excludes, in whatever order; what follows sees both.
// expect: PASS, outcomes 1
// expect -DONE=inout: PASS, outcomes 1
// expect -DOTHER=in: RACE, on sum
#ifndef ONE
#define ONE mutexinoutset
#endif
#ifndef OTHER
#define OTHER mutexinoutset
#endif
int main(void)
{
    int sum = 0, twice = 0;
#pragma omp parallel num_threads(3) shared(sum, twice)
#pragma omp single
    {
#pragma omp task shared(sum) depend(out : sum)
        sum = 1;
#pragma omp task shared(sum) depend(ONE : sum)
        sum += 2;
#pragma omp task shared(sum) depend(OTHER : sum)
        sum += 4;
#pragma omp task shared(sum, twice) depend(in : sum)
        twice = 2 * sum;
    }
    return twice == 14 ? 0 : 1;
}
