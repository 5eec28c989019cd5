// Each of two tasks excludes the third, by another variable.
// expect: PASS, outcomes 1
// expect -DFORGOTTEN: RACE, on b
int main(void)
{
    int a = 0, b = 0;
#pragma omp parallel num_threads(3) shared(a, b)
#pragma omp single
    {
#pragma omp task shared(a) depend(mutexinoutset : a)
        a += 1;
#pragma omp task shared(b) depend(mutexinoutset : b)
        b += 1;
#ifdef FORGOTTEN
#pragma omp task shared(a, b) depend(mutexinoutset : a)
#else
#pragma omp task shared(a, b) depend(mutexinoutset : a, b)
#endif
        {
            a += 1;
            b += 1;
        }
    }
    return a == 2 && b == 2 ? 0 : 1;
}
