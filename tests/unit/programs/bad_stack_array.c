// expect: CRASH, says the stack overflowed
// expect -DBYTES=100000: PASS
// An array far larger than the stack: its first bytes lie in somebody else's memory.
#ifndef BYTES
#define BYTES 3000000000
#endif

static long size = BYTES;

static int first_of(long count)
{
    char many[count];
    many[0] = 1;
    return many[0];
}

int main(void)
{
    int sum = 0;
    #pragma omp parallel num_threads(2) reduction(+ : sum)
    sum += first_of(size);
    return sum - 2;
}
