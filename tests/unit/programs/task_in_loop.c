// Tasks of a worksharing loop: its barrier waits for them, nowait not.
// expect -DHOW=: PASS, outcomes 1
// expect -DHOW=nowait: RACE
int square[4];
int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(2) shared(sum)
    {
#pragma omp for HOW
        for (int i = 0; i < 4; i++) {
#pragma omp task
            square[i] = i * i;
        }
#pragma omp for reduction(+ : sum)
        for (int i = 0; i < 4; i++)
            sum += square[3 - i];
    }
    return sum == 14 ? 0 : 1;
}
