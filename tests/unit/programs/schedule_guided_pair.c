// The same with guided chunks of two at least: still by chance.
// expect -DN=4: PASS, threads 2
// expect race -DN=100: UNDECIDED
static int a[N];

int main(void)
{
#pragma omp parallel for schedule(guided, 2)
    for (int i = 0; i < N; i++)
        a[i] += i;
    return a[0] < 0;
}
