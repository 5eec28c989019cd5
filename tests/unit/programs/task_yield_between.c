// What another task does at the taskyield is seen after it.
// expect: VARIES, outcomes 2
int main(void)
{
    int x = 0, seen = 0;
#pragma omp parallel num_threads(2) shared(x, seen)
#pragma omp single
    {
#pragma omp task shared(x, seen) untied
        {
            int before, after;
#pragma omp atomic read
            before = x;
#pragma omp taskyield
#pragma omp atomic read
            after = x;
            seen = before != after;
        }
#pragma omp task shared(x)
#pragma omp atomic write
        x = 1;
    }
    return seen;
}
