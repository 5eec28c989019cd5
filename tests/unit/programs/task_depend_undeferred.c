// if(0) waits for what the task depends on, and for nothing else.
// expect -DON=x: PASS, outcomes 1
// expect -DON=y: RACE, on x
int main(void)
{
    int x = 0, y = 0;
#pragma omp parallel num_threads(2) shared(x, y)
#pragma omp single
    {
#pragma omp task shared(x) depend(out : x)
        x = 1;
#pragma omp task shared(y) depend(out : y)
        y = 1;
#pragma omp task shared(x, y) depend(inout : ON) if (0)
        ON += x;
#pragma omp taskwait
    }
    return x + y;
}
