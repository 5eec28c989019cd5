// expect: RACE, on total
double total, x[32];
int main(void)
{
#pragma omp simd
    for (int i = 0; i < 32; i++)
        total += x[i];
    return (int)total;
}
