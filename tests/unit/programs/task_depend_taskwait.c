// taskwait with depend waits for these tasks only.
// expect -DON=x: PASS, outcomes 1
// expect -DON=y: RACE, on x
int main(void)
{
    int x = 0, y = 0, copy = 0;
#pragma omp parallel num_threads(2) shared(x, y, copy)
#pragma omp single
    {
#pragma omp task shared(x) depend(out : x)
        x = 1;
#pragma omp task shared(y) depend(out : y)
        y = 2;
#pragma omp taskwait depend(in : ON)
        copy = x;
    }
    return copy + y == 3 ? 0 : 1;
}
