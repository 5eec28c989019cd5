// What stands before the ordered construct is not in order.
// expect -DN=3: RACE, on x, threads 2
// expect race -DN=100: RACE, on x
int main(void)
{
    int x = 0, last = 0;
#pragma omp parallel for ordered schedule(static, 1)
    for (int i = 0; i < N; i++) {
        x += i;
#pragma omp ordered
        last = i;
    }
    return x < last - N;
}
