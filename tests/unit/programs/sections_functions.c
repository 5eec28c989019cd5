// Three functions at once, each with its own array.
// expect: PASS, threads 2, outcomes 1
static int a[4], b[4], c[4];

static void fill(int *array, int value)
{
    for (int i = 0; i < 4; i++)
        array[i] = value;
}

int main(void)
{
#pragma omp parallel sections
    {
#pragma omp section
        fill(a, 1);
#pragma omp section
        fill(b, 2);
#pragma omp section
        fill(c, 3);
    }
    return a[3] + b[3] + c[3] != 6;
}
