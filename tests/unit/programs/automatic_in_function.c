// An automatic variable of a function belongs to the call.
// expect: PASS, outcomes 1
static int square(int x)
{
    int q = 0;
    for (int i = 0; i < x; i++)
        q += x;
    return q;
}

int main(void)
{
    int sum = 0;
#pragma omp parallel for reduction(+ : sum)
    for (int i = 0; i < 4; i++)
        sum += square(i);
    return sum != 14;
}
