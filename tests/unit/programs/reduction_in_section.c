// A reduction of part of an array, through a pointer.
// expect: PASS, threads 2, outcomes 1
int main(void)
{
    int a[6] = {0}, *p = a + 2;
#pragma omp parallel for reduction(+ : p[0 : 2])
    for (int i = 0; i < 8; i++)
        p[i % 2]++;
    return a[2] != 4 || a[3] != 4 || a[1] + a[4] != 0;
}
