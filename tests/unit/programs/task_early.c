// The result is read before anything has waited for the task.
// expect: RACE, on x
int main(void)
{
    int x = 0, y = 0;
#pragma omp parallel num_threads(2) shared(x, y)
#pragma omp single
    {
#pragma omp task shared(x)
        x = 1;
        y = x;
    }
    return y;
}
