// Which of the two comes first is left open.
// expect: VARIES, outcomes 2
int main(void)
{
    int x = 1;
#pragma omp parallel num_threads(2) shared(x)
#pragma omp single
    {
#pragma omp task shared(x) depend(mutexinoutset : x)
        x += 3;
#pragma omp task shared(x) depend(mutexinoutset : x)
        x *= 2;
    }
    return x;
}
