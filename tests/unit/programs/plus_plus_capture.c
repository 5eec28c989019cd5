// The next free place is taken by an atomic capture: each place once.
// expect -DN=4: PASS, threads 2, outcomes 1
// expect race -DN=1000: UNDECIDED
int main(void)
{
    static int input[N], output[N];
    int count = 0;
    for (int i = 0; i < N; i++)
        input[i] = i;
#pragma omp parallel for
    for (int i = 0; i < N; i++) {
        int place;
#pragma omp atomic capture
        place = count++;
        output[place] = input[i];
    }
    int sum = 0;
    for (int i = 0; i < N; i++)
        sum += output[i];
    return sum != N * (N - 1) / 2;
}
