// All read the first element; one of them writes it.
// expect -DN=4: RACE, on a[0], threads 2
// expect race -DN=1000: RACE, on a[0]
static int a[N];

int main(void)
{
    a[0] = 2;
#pragma omp parallel for
    for (int i = 0; i < N; i++)
        a[i] = a[i] + a[0];
    return a[0] != 4;
}
