// A copy goes down: nothing is shared.
// expect: PASS, executions 1, outcomes 1
static void add_one(int q)
{
    q += 1;
    (void)q;
}

int main(void)
{
    int i = 0;
#pragma omp parallel
    add_one(i);
    return i;
}
