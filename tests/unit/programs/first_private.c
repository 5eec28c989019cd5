// Each thread starts from the same g and changes its own.
// expect -DN=4: PASS, executions 1, outcomes 1
// expect race -DN=100: PASS
static int a[N];

static void fill(int value, int g)
{
#pragma omp parallel for firstprivate(g)
    for (int i = 0; i < N; i++) {
        g = g + 0;
        a[i] = value + g;
    }
}

int main(void)
{
    fill(3, 4);
    return a[N - 1] != 7;
}
