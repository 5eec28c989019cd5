// Prefix sums, inclusive and exclusive.
// expect: PASS, outcomes 1
int a[5] = {3, 1, 4, 1, 5}, to[5], before[5];
int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(2)
    {
#pragma omp for reduction(inscan, + : sum)
        for (int i = 0; i < 5; i++) {
            sum += a[i];
#pragma omp scan inclusive(sum)
            to[i] = sum;
        }
#pragma omp single
        sum = 0;
#pragma omp for reduction(inscan, + : sum)
        for (int i = 0; i < 5; i++) {
            before[i] = sum;
#pragma omp scan exclusive(sum)
            sum += a[i];
        }
    }
    return sum != 14 || to[2] != 8 || before[3] != 8;
}
