// Atomic updates of array elements, some of them the same.
// expect -DN=4: PASS, threads 2, outcomes 1
// expect race -DN=1000: UNDECIDED
static int index_of[N], x[5];
static double y[N];

int main(void)
{
    for (int i = 0; i < N; i++)
        index_of[i] = i % 5;
#pragma omp parallel for shared(x, y)
    for (int i = 0; i < N; i++) {
#pragma omp atomic update
        x[index_of[i]] += i;
        y[i] += i;
    }
    return x[0] + x[1] + x[2] + x[3] + x[4] != N * (N - 1) / 2;
}
