// One pair of braces too few: the second line is not in the single.
// expect: RACE, on count, threads 2
int main(void)
{
    int count = 0, started = 0;
#pragma omp parallel shared(count, started)
    {
#pragma omp single
        started = 1;
        count += 1;
    }
    return count + started < 2;
}
