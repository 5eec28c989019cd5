// nogroup: nobody waits, until somebody does.
// expect: RACE
// expect -DWAIT: PASS, outcomes 1
int part[2];
int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(2) shared(sum)
#pragma omp single
    {
#pragma omp taskloop nogroup num_tasks(2)
        for (int i = 0; i < 2; i++)
            part[i] = i + 1;
#ifdef WAIT
#pragma omp taskwait
#endif
        sum = part[0] + part[1];
    }
    return sum - 3;
}
