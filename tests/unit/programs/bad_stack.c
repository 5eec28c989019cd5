// expect -DWAY=1: CRASH, says the stack overflowed
// expect -DWAY=2: CRASH, says the stack overflowed
// expect -DWAY=3: CRASH, says the stack overflowed
// A recursion without end; a huge array; both in a task.
static int endless(int n)
{
    char frame[1000];
    frame[n % 1000] = 1;
    return endless(n + 1) + frame[0];
}

static int huge(void)
{
    char seats[20000000];
    seats[0] = 1;
    return seats[0];
}

int main(void)
{
    int sum = 0;
    if (WAY == 1)
        sum += endless(1);
    if (WAY == 2)
        sum += huge();
    #pragma omp parallel num_threads(2)
    #pragma omp single
    #pragma omp task shared(sum)
    sum += endless(1) + huge();
    return sum;
}
