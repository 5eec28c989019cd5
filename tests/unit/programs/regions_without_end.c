// expect: CRASH, executions 1, schedules 1, outcomes 1
/* A region that calls its own function: each has a team of one, and nothing ends
 * it but the stack. */
static int deeper(int n)
{
    int result = 0;
    #pragma omp parallel num_threads(2)
    result = deeper(n + 1);
    return result;
}

int main(void)
{
    return deeper(0);
}
