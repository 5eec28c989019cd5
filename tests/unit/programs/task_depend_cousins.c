// Dependences order siblings only.
// expect: RACE, on x
int x;
int main(void)
{
#pragma omp parallel num_threads(2)
#pragma omp single
    {
#pragma omp task
        {
#pragma omp task depend(out : x)
            x = 1;
        }
#pragma omp task depend(in : x)
        {
            if (x == 1)
                x = 2;
        }
    }
    return 0;
}
