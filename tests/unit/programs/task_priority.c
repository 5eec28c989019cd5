// A priority is a hint: either may come first.
// expect: VARIES, outcomes 2
int main(void)
{
    int x = 1;
#pragma omp parallel num_threads(2) shared(x)
#pragma omp single
    {
#pragma omp task shared(x) priority(1)
#pragma omp critical
        x += 1;
#pragma omp task shared(x) priority(9)
#pragma omp critical
        x *= 3;
    }
    return x;
}
