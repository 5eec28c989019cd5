// Pointers, bytes, downwards, "!=": what a loop may count with.
// expect: PASS, threads 2, outcomes 1
int main(void)
{
    int a[20] = {0}, sum = 0;
#pragma omp parallel for
    for (int *p = a; p < a + 20; p++)
        *p = (int)(p - a);
#pragma omp parallel for reduction(+ : sum)
    for (unsigned char c = 0; c < 10; c++)
        sum += c;
#pragma omp parallel for reduction(+ : sum)
    for (long i = 19; i >= 0; i -= 2)
        sum += a[i];
#pragma omp parallel for reduction(+ : sum)
    for (unsigned long long i = 0; i != 20; i++)
        sum += a[i];
#pragma omp parallel for
    for (int i = 0; i < 0; i++)
        a[i] = 1;
    return sum != 45 + 100 + 190;
}
