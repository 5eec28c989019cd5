// A pointer walks the array; each step looks back by one element.
// expect -DN=4: RACE, threads 2
// expect race -DN=200: RACE
static int a[N + 1];

int main(void)
{
#pragma omp parallel for
    for (int *p = a + 1; p <= a + N; p++)
        *p = p[-1] + 1;
    return a[0];
}
