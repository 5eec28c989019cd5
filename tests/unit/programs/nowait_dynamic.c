// With dynamic chunks nobody knows who wrote the element.
// expect -DN=3: RACE, threads 2
// expect race -DN=1000: RACE
static int a[N], b[N];

int main(void)
{
#pragma omp parallel
    {
#pragma omp for schedule(dynamic) nowait
        for (int i = 0; i < N; i++)
            a[i] = i;
#pragma omp for schedule(dynamic)
        for (int i = 0; i < N; i++)
            b[i] = a[i];
    }
    return b[0] != 0;
}
