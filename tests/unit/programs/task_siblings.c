// Two tasks that one worker may run are concurrent all the same.
// expect -DT=2: RACE, on x
// expect -DT=3: RACE, on x
int main(void)
{
    int x = 0;
#pragma omp parallel num_threads(T) shared(x)
#pragma omp single
    {
#pragma omp task shared(x)
        x += 1;
#pragma omp task shared(x)
        x += 2;
    }
    return x;
}
