// The next free place is taken by a plain ++.
// expect -DN=4: RACE, threads 2
// expect race -DN=1000: RACE
int main(void)
{
    static int input[N], output[N];
    int count = 0;
    for (int i = 0; i < N; i++)
        input[i] = i;
#pragma omp parallel for
    for (int i = 0; i < N; i++)
        output[count++] = input[i];
    return output[0] < 0;
}
