// Data and flag, both plain: the flush alone makes no atomic of them.
// expect: RACE, threads 2
static int data, flag;

int main(void)
{
    int seen = 0;
#pragma omp parallel sections num_threads(2)
    {
#pragma omp section
        {
            data = 1;
#pragma omp flush
            flag = 1;
        }
#pragma omp section
        {
#pragma omp flush
            if (flag)
                seen = data;
        }
    }
    return seen > 1;
}
