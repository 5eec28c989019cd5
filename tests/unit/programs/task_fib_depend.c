// More tasks wait for others at once than there are threads to stand
// for them.
// expect: UNDECIDED, at random
int fib(int n)
{
    int a, b;
    if (n < 2)
        return n;
#pragma omp task shared(a) depend(out : a)
    a = fib(n - 1);
#pragma omp task shared(b) depend(inout : b) depend(in : a)
    b = fib(n - 2);
#pragma omp taskwait
    return a + b;
}
int main(void)
{
    int f = 0;
#pragma omp parallel num_threads(4) shared(f)
#pragma omp single
    f = fib(11);
    return f == 89 ? 0 : 1;
}
