// An update of a double is one step, though gcc makes two calls of it.
// expect -DT=2: PASS, executions 2, schedules 2, outcomes 1
// expect -DT=3: PASS, executions 6, schedules 6, outcomes 1
double product = 1;
int main(void)
{
#pragma omp parallel num_threads(T)
    {
#pragma omp atomic
        product *= 2;
    }
    return (int)product;
}
