// Written atomically, read plainly, with nothing between.
// expect: RACE, on x, threads 2
int main(void)
{
    int x = 0, seen = 0;
#pragma omp parallel sections
    {
#pragma omp section
        {
#pragma omp atomic write
            x = 1;
        }
#pragma omp section
        seen = x;
    }
    return seen > 1;
}
