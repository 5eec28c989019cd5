// A team of one: whatever it does, nobody else does it.
// expect: PASS, executions 1, outcomes 1
int main(void)
{
    int x = 0;
#pragma omp parallel num_threads(1)
    x++;
#pragma omp parallel if (0)
    x++;
    return x != 2;
}
