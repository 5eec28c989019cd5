// Two halves that share their middle element.
// expect -DN=4: RACE, threads 2
// expect race -DN=100: RACE
static int a[N + 1];

static void fill(int *array, int length)
{
    for (int i = 0; i < length; i++)
        array[i] += i;
}

int main(void)
{
#pragma omp parallel sections
    {
#pragma omp section
        fill(a, N / 2 + 1);
#pragma omp section
        fill(a + N / 2, N / 2 + 1);
    }
    return a[0] != 0;
}
