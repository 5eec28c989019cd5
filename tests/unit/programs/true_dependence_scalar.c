// A temporary that all share carries values from thread to thread.
// expect -DN=4: RACE, on tmp, threads 2
// expect race -DN=100: RACE, on tmp
int main(void)
{
    int a[N], tmp = 10;
#pragma omp parallel for
    for (int i = 0; i < N; i++) {
        a[i] = tmp;
        tmp = a[i] + i;
    }
    return a[0] < 0;
}
