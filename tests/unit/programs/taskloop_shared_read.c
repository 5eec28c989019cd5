// Without its group, nothing keeps the bound of what the loop's tasks do as it was.
// expect -DHOW=: PASS, outcomes 1
// expect -DHOW=nogroup: RACE, on factor
int main(void)
{
    int factor = 2, sum = 0;
#pragma omp parallel num_threads(2)
#pragma omp single
    {
#pragma omp taskloop num_tasks(2) HOW
        for (int k = 0; k < 2; k++)
#pragma omp atomic
            sum += factor;
        factor = 3;
    }
    return sum < 4;
}
