// An iteration that never comes to depend(source) leaves others waiting.
// expect: DEADLOCK, says waits in line 10 for the ordered depend(source) of iteration 1
int main(void)
{
    int sum = 0;
#pragma omp parallel for ordered(1) schedule(static, 1) num_threads(2)
    for (int i = 0; i < 4; i++) {
#pragma omp atomic
        sum += i;
#pragma omp ordered depend(sink : i - 1)
        if (i % 2 == 0) {
#pragma omp ordered depend(source)
        }
    }
    return sum;
}
