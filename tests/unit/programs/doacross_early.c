// What is done after depend(source) is not ordered before later iterations.
// expect: RACE, on a[2]
int a[4];
int main(void)
{
#pragma omp parallel for ordered(1) num_threads(2)
    for (int i = 1; i < 4; i++) {
#pragma omp ordered depend(sink : i - 1)
        int before = a[i - 1];
#pragma omp ordered depend(source)
        a[i] = before + 1;
    }
    return a[3];
}
